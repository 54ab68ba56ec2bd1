import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { readTopology } from './read-topology.ts';
import { splitActivations } from './split-activations.ts';
import { withoutOutputActivation } from './without-output-activation.ts';

const flatten = { class_name: 'Flatten', config: { name: 'flatten' } };
const dense = { class_name: 'Dense', config: { name: 'classes', units: 2, activation: 'softmax' } };
const linear = { class_name: 'Dense', config: { name: 'classes', units: 2 } };
const softmax = { class_name: 'Softmax', config: { name: 'softmax' } };
const activation = { class_name: 'Activation', config: { name: 'softmax', activation: 'softmax' } };

const model = (...layers: readonly Json[]): Json => ({
  class_name: 'Sequential',
  config: { name: 'm', layers },
});

describe('withoutOutputActivation', () => {
  test('makes a last layer with a softmax linear', () => {
    const last = withoutOutputActivation(readTopology(model(flatten, dense))).layers.at(-1)!;
    expect(last).toMatchObject({
      name: 'classes',
      kind: 'Dense',
      config: { activation: 'linear', units: 2 },
    });
  });

  test.each([softmax, activation])('leaves out a last layer %j', (layer) => {
    const layers = readTopology(model(flatten, linear, layer));
    expect(withoutOutputActivation(layers)).toEqual({
      layers: layers.slice(0, -1),
      activation: 'softmax',
    });
  });

  test('leaves out the activation node of a split list', () => {
    const { layers } = withoutOutputActivation(
      splitActivations(readTopology(model(flatten, dense))),
    );
    expect(layers.map(({ name }) => name)).toEqual(['flatten_input', 'flatten', 'classes:linear']);
  });

  test('says that a model of tags ends in a sigmoid', () => {
    const tags = { ...dense, config: { ...dense.config, activation: 'sigmoid' } };
    const { layers, activation: end } = withoutOutputActivation(readTopology(model(flatten, tags)));
    expect(end).toBe('sigmoid');
    expect(layers.at(-1)!.config).toMatchObject({ activation: 'linear' });
  });

  test('refuses a model that ends in anything else', () => {
    expect(() => withoutOutputActivation(readTopology(model(flatten, linear)))).toThrow(
      'Layer classes is not supported: a model that is trained must end in a softmax or a sigmoid',
    );
  });
});
