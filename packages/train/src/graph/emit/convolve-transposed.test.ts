import { describe, expect, it } from 'vitest';
import { gradientOfImage, resultSize } from '../../../test/convolution.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { convolveTransposed } from './convolve-transposed.ts';
import type { Window } from './window.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };

it('a transposed convolution names the pixels that no window covers', () => {
  const graph = new GraphBuilder();
  const window: Window = { size: [2, 3], strides: [3, 2], borders: { ...NO_BORDERS, left: 1 } };
  const image = graph.input('image', [1, 4, 2, 3]);
  const filters = graph.input('filters', [4, 5, 2, 3]);
  // two windows cover rows 0 to 4, three windows with a border of one cover columns 0 to 5
  const result = convolveTransposed(graph, [image, filters], { window, size: [7, 6] });
  expect(result.shape).toEqual([1, 5, 7, 6]);
  expect(graph.finish('test').nodes[0]!.attributes['output_padding']).toEqual({ ints: [2, 0] });
});

describe.skipIf(onnxruntime === undefined)('a transposed convolution', () => {
  it.each<[string, Window]>([
    ['strides of one pixel', { size: [3, 2], strides: [1, 1], borders: NO_BORDERS }],
    ['strides and borders', { size: [3, 3], strides: [2, 2], borders: { ...NO_BORDERS, top: 1 } }],
    ['gaps between windows', { size: [1, 2], strides: [2, 3], borders: NO_BORDERS }],
  ])('is the gradient of a convolution with respect to its image: %s', (_, window) => {
    const graph = new GraphBuilder();
    const shapes = { image: [2, 3, 6, 7], filters: 4, window } as const;
    const gradient = randomConstant(graph, 'gradient', [2, 4, ...resultSize(shapes)]);
    const filters = randomConstant(graph, 'filters', [4, 3, ...window.size]);
    const result = convolveTransposed(graph, [gradient.value, filters.value], {
      window,
      size: [6, 7],
    });
    const expected = gradientOfImage(shapes, gradient.data, filters.data);
    expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
  });

  it('of groups spreads each number over its own channel', () => {
    const graph = new GraphBuilder();
    const window: Window = { size: [1, 2], strides: [1, 2], borders: NO_BORDERS };
    const image = graph.constant('image', [1, 2, 1, 2], Float32Array.of(1, 2, 3, 4));
    const filters = graph.constant('filters', [2, 1, 1, 2], Float32Array.of(1, 10, 1, 100));
    const result = convolveTransposed(graph, [image, filters], { window, groups: 2, size: [1, 4] });
    expect(result.shape).toEqual([1, 2, 1, 4]);
    expect(evaluate(graph, result)).toEqual([[1, 10, 2, 20, 3, 300, 4, 400]]);
  });
});
