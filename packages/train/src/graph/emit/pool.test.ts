import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { averagePool, maxPool, maxPoolWithArgmax, unpool } from './pool.ts';
import type { Window } from './window.ts';
import { elementCount } from '../../tensor/element-count.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
const SQUARES: Window = { size: [2, 2], strides: [2, 2], borders: NO_BORDERS };
const OVERLAPPING: Window = { size: [2, 2], strides: [1, 1], borders: NO_BORDERS };

describe('the gradient of a maximum pooling', () => {
  it.each([
    ['MaxUnpool', SQUARES],
    ['ScatterElements', OVERLAPPING],
    ['ScatterElements', { ...SQUARES, strides: [2, 1] } as const],
    ['MaxUnpool', { ...SQUARES, strides: [3, 3] } as const],
  ])('is a %s for %j', (type, window) => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [1, 2, 4, 5]);
    const { pooled, argmax } = maxPoolWithArgmax(graph, image, window);
    expect(unpool(graph, pooled, { argmax, window, shape: image.shape }).shape).toEqual(
      image.shape,
    );
    expect(graph.finish('test').nodes.map((node) => node.type)).toContain(type);
  });
});

describe.skipIf(onnxruntime === undefined)('a pooling', () => {
  const PIXELS = [
    [1, 5, 2, 0, 3],
    [4, 0, 7, 1, 2],
    [0, 9, 1, 1, 6],
    [-1, -2, -3, -4, -5],
  ].flat();

  it('takes the largest number of each window and leaves the rest of the image out', () => {
    const graph = new GraphBuilder();
    expect(evaluate(graph, maxPool(graph, imageOf(graph), SQUARES))).toEqual([
      [5, 7, 9, 1, 50, 70, 90, 10],
    ]);
  });

  it('knows the index of each maximum in the whole flattened image', () => {
    const graph = new GraphBuilder();
    const { argmax, pooled } = maxPoolWithArgmax(graph, imageOf(graph), SQUARES);
    expect(evaluate(graph, argmax, pooled)).toEqual([
      [1, 7, 11, 12, 21, 27, 31, 32],
      [5, 7, 9, 1, 50, 70, 90, 10],
    ]);
  });

  it.each([
    [SQUARES, [0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0]],
    // twelve windows: 7 is the largest number in the second, third and seventh, 9 in four others
    [
      OVERLAPPING,
      [0, 1, 0, 0, 4, 0, 0, 2 + 3 + 7, 0, 0, 0, 5 + 6 + 9 + 10, 11, 0, 8 + 12, 0, 0, 0, 0, 0],
    ],
  ])('gives the gradient to the pixels of the maxima: %j', (window, expected) => {
    const graph = new GraphBuilder();
    const image = graph.constant('image', [1, 1, 4, 5], Float32Array.from(PIXELS));
    const { pooled, argmax } = maxPoolWithArgmax(graph, image, window);
    const count = elementCount(pooled.shape.map(Number));
    const numbers = Float32Array.from({ length: count }, (_, at) => at + 1);
    const gradient = graph.constant('gradient', pooled.shape.map(Number), numbers);
    expect(
      evaluate(graph, unpool(graph, gradient, { argmax, window, shape: image.shape })),
    ).toEqual([expected]);
  });

  it('does not count borders in a mean', () => {
    const graph = new GraphBuilder();
    const image = graph.constant('image', [1, 1, 1, 3], Float32Array.of(2, 4, 8));
    const borders = { ...NO_BORDERS, left: 1 };
    const window = { size: [1, 2], strides: [1, 2], borders } as const;
    expect(evaluate(graph, averagePool(graph, image, window))).toEqual([[2, 6]]);
  });

  function imageOf(graph: GraphBuilder): Value {
    const data = Float32Array.from([...PIXELS, ...PIXELS.map((pixel) => 10 * pixel)]);
    return graph.constant('image', [1, 2, 4, 5], data);
  }
});
