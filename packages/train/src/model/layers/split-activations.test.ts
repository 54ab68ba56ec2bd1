import { describe, expect, test } from 'vitest';
import type { LayerNode } from './layer-node.ts';
import { splitActivations } from './split-activations.ts';

const node = (kind: string, config: LayerNode['config']): LayerNode => ({
  name: 'layer',
  layer: 'layer',
  kind,
  inputs: ['before'],
  config,
  trainable: true,
});

/** Name, class, inputs and activation of each node. */
const outline = (layer: LayerNode): unknown[] =>
  splitActivations([layer]).map(({ name, kind, inputs, config }) => [
    name,
    kind,
    inputs,
    config['activation'],
  ]);

describe('splitActivations', () => {
  test('makes the activation of a layer a node after it, with the name of the layer', () => {
    expect(outline(node('Dense', { units: 2, activation: 'softmax' }))).toEqual([
      ['layer:linear', 'Dense', ['before'], 'linear'],
      ['layer', 'Activation', ['layer:linear'], 'softmax'],
    ]);
  });

  test('keeps the layer of the model for both nodes', () => {
    const split = splitActivations([node('Conv2D', { activation: 'relu' })]);
    expect(split.map(({ layer }) => layer)).toEqual(['layer', 'layer']);
  });

  test.each([
    ['ReLU', {}, 'relu'],
    ['ReLU', { max_value: null }, 'relu'],
    ['ReLU', { max_value: 6 }, 'relu6'],
    ['Softmax', {}, 'softmax'],
  ])('makes %s %j an Activation node', (kind, config, activation) => {
    expect(outline(node(kind, config))).toEqual([['layer', 'Activation', ['before'], activation]]);
  });

  test.each([
    ['ReLU', { max_value: 3 }],
    ['ReLU', { negative_slope: 0.1 }],
    ['ReLU', { threshold: 1 }],
    ['Dense', { activation: 'linear' }],
    ['Dense', {}],
    ['Activation', { activation: 'tanh' }],
  ])('leaves %s %j as it is', (kind, config) => {
    const layer = node(kind, config);
    expect(splitActivations([layer])).toEqual([layer]);
  });

  test('changes nothing the second time', () => {
    const layers = [
      node('Dense', { activation: 'softmax' }),
      node('ReLU', {}),
      node('Softmax', {}),
    ];
    const once = splitActivations(layers);
    expect(splitActivations(once)).toEqual(once);
  });
});
