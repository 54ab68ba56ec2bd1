import { expect, test } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { channelsFirst, channelsLast } from './image-layout.ts';

test('images are transposed to NCHW and back', () => {
  const graph = new GraphBuilder();
  const images = graph.input('images', ['batch', 2, 3, 4]);
  const first = channelsFirst(graph, images);
  expect(first.shape).toEqual(['batch', 4, 2, 3]);
  expect(channelsLast(graph, first).shape).toEqual(['batch', 2, 3, 4]);
});

test('vectors have one layout', () => {
  const graph = new GraphBuilder();
  const vectors = graph.input('vectors', ['batch', 5]);
  expect(channelsLast(graph, vectors)).toBe(vectors);
});
