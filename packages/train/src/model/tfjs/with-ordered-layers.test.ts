import type { Json } from '@sprout/core';
import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { checkTopology } from '../layers/check-topology.ts';
import { createLayersModel } from './build-model.ts';
import { someBackend } from './some-backend.ts';
import { withOrderedLayers } from './with-ordered-layers.ts';

someBackend();

const from = (...inputs: readonly string[]) =>
  inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])];
const layer = (
  class_name: string,
  name: string,
  config: Readonly<Record<string, Json>>,
  ...inputs: readonly string[]
) => ({
  class_name,
  name,
  config: { name, ...config },
  inbound_nodes: from(...inputs),
});
const images = layer('InputLayer', 'images', { batch_input_shape: [null, 2, 2, 1] });
const model = (layers: readonly Json[], input: string, output: string) => ({
  class_name: 'Model',
  config: {
    name: 'model',
    layers,
    input_layers: [[input, 0, 0]],
    output_layers: [[output, 0, 0]],
  },
});

test('sorts the layers of a graph and of the graphs in it, and keeps those of a sequence', () => {
  const inner = model(
    [layer('ReLU', 'relu', {}, 'inner'), { ...images, name: 'inner', config: { name: 'inner' } }],
    'inner',
    'relu',
  );
  const nested = { ...inner, name: 'model', inbound_nodes: from('images') };
  const sorted = withOrderedLayers(checkTopology(model([nested, images], 'images', 'model')));
  expect(sorted).toEqual(
    model(
      [
        images,
        { ...nested, config: { ...inner.config, layers: inner.config.layers.toReversed() } },
      ],
      'images',
      'model',
    ),
  );
  const sequence = { class_name: 'Sequential', config: [images, layer('ReLU', 'a', {})] };
  expect(withOrderedLayers(checkTopology(sequence))).toEqual(sequence);
});

test.each([
  ['a second name', { name: 'other' }],
  ['a second list of connections', { inboundNodes: from('relu') }],
  ['a second list of connections in another spelling', { inbound__nodes: from('relu') }],
])('a layer with %s is built as it was checked', async (_, fields) => {
  const before = memory().numTensors;
  const relu = { ...layer('ReLU', 'relu', {}, 'images'), ...fields };
  const topology = checkTopology(model([relu, images], 'images', 'relu'));
  const built = await createLayersModel(topology, { limit: 0, origin: 'none' });
  expect(built.layers.map(({ name }) => name)).toEqual(['images', 'relu']);
  built.dispose();
  expect(memory().numTensors).toBe(before);
});

test('thousands of layers, listed backwards, are built in time', async () => {
  const row = Array.from({ length: 2000 }, (_, at) =>
    at === 0 ? images : layer('ReLU', `${at}`, {}, at === 1 ? 'images' : `${at - 1}`),
  );
  const topology = checkTopology(model(row.toReversed(), 'images', '1999'));
  const start = performance.now();
  const built = await createLayersModel(topology, { limit: 0, origin: 'none' });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(built.layers).toHaveLength(2000);
});
