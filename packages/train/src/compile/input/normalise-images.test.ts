import { expect, test } from 'vitest';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { normaliseImages } from './normalise-images.ts';

function typesOf(
  normalisation: { mean: number[]; deviation: number[] },
  type: 'uint8' | 'float32',
) {
  const graph = new GraphBuilder();
  const images = graph.input('images', [1, 3, 2, 2], type);
  const input = { height: 2, width: 2, channels: 3, normalisation };
  normaliseImages(graph, images, { input, isChannelsLast: false });
  const { nodes, constants } = graph.finish('test');
  return { nodes: nodes.map((node) => node.type), constants: constants.map(({ shape }) => shape) };
}

test('casts bytes only, and adds only a shift that is not zero', () => {
  const scaled = { mean: [0, 0, 0], deviation: [255, 255, 255] };
  expect(typesOf(scaled, 'uint8').nodes).toEqual(['Cast', 'Mul']);
  expect(typesOf(scaled, 'float32').nodes).toEqual(['Mul']);
  expect(typesOf({ ...scaled, mean: [1, 0, 0] }, 'uint8').nodes).toEqual(['Cast', 'Mul', 'Add']);
});

test('uses one number where it is the same for all channels', () => {
  const equal = typesOf({ mean: [5, 5, 5], deviation: [2, 2, 2] }, 'uint8');
  expect(equal.constants).toEqual([[], []]);
  const different = typesOf({ mean: [5, 5, 5], deviation: [2, 2, 4] }, 'uint8');
  expect(different.constants).toEqual([
    [1, 3, 1, 1],
    [1, 3, 1, 1],
  ]);
});
