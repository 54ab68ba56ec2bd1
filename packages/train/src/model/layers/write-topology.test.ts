import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLayersModel } from '../tfjs/to-layers-model.ts';
import type { LayerNode } from './layer-node.ts';
import { readTopology } from './read-topology.ts';
import { truncate } from './truncate.ts';
import { writeTopology } from './write-topology.ts';

const INPUT: LayerNode = {
  name: 'images',
  layer: 'images',
  kind: 'InputLayer',
  inputs: [],
  config: { name: 'images', batch_input_shape: [null, 2, 2, 1] },
  trainable: false,
};

/** Graphs in which each layer has one or two of the layers before it as inputs. */
const lists = fc
  .array(
    fc.record({ inputs: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), frozen: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((layers) => {
    const nodes = [INPUT];
    for (const [index, { inputs, frozen }] of layers.entries()) {
      const name = `layer${index}`;
      const config = frozen ? { name, trainable: false } : { name };
      const names = inputs.map((input) => nodes[input % nodes.length]!.name);
      const kind = names.length === 1 ? 'ReLU' : 'Add';
      nodes.push({ name, layer: name, kind, inputs: names, config, trainable: !frozen });
    }
    return truncate(nodes, nodes.at(-1)!.name);
  });

test('a list that is written and read is the same list', () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(readTopology(writeTopology(list))).toEqual(list);
    }),
  );
});

test('a layer that was frozen after it was read stays frozen', () => {
  const relu = {
    name: 'relu',
    layer: 'relu',
    kind: 'ReLU',
    inputs: ['images'],
    config: { name: 'relu' },
  };
  const written = writeTopology([INPUT, { ...relu, trainable: false }]);
  expect(readTopology(written)[1]!.trainable).toBe(false);
});

test('TensorFlow.js builds a written topology', async () => {
  const flatten = {
    name: 'f',
    layer: 'f',
    kind: 'Flatten',
    inputs: ['images'],
    config: { name: 'f' },
  };
  const topology = writeTopology([INPUT, { ...flatten, trainable: true }], 'base');
  const model = await toLayersModel({ topology, weights: [] });
  expect([model.name, model.outputs[0]!.shape]).toEqual(['base', [null, 4]]);
  model.dispose();
});
