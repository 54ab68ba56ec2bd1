import { describe, expect, it } from 'vitest';
import {
  type ConvolutionShapes,
  gradientOfFilters,
  resultSize,
} from '../../../test/convolution.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { toNchwc } from '../emit/nchwc.ts';
import { pad } from '../emit/rearrange.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { filterGradientNchwc } from './filter-gradient-nchwc.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
const SQUARE: Window = {
  size: [3, 3],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 1 },
};

describe('there are kernels for the gradient of filters', () => {
  it.each([
    { why: 'channels fill channel blocks', channels: 32, window: SQUARE, height: 8 },
    { why: 'there are few channels', channels: 3, window: SQUARE, height: 7 },
    {
      why: 'there are few channels, and strides',
      channels: 3,
      window: { ...SQUARE, strides: [2, 2] } as const,
      height: 4,
    },
    { why: 'channels do not fill channel blocks', channels: 24, window: SQUARE, height: undefined },
    {
      why: 'channels fill channel blocks, and strides',
      channels: 32,
      window: { ...SQUARE, strides: [1, 2] } as const,
      height: undefined,
    },
    {
      why: 'the lower border is the larger one',
      channels: 32,
      window: { ...SQUARE, borders: { ...NO_BORDERS, bottom: 1 } },
      height: undefined,
    },
  ])('or not, where $why: a padded height of $height', ({ channels, window, height }) => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', [2, channels, 7, 9]);
    expect(filterGradientNchwc(graph, image, window)?.height).toBe(height);
    expect(graph.finish('test').nodes).toEqual([]);
  });
});

describe.skipIf(onnxruntime === undefined || !hasKernels)(
  'the gradient of filters by kernels',
  () => {
    const c = ownChannelBlock;
    const cases: Readonly<Record<string, ConvolutionShapes>> = {
      'im2col of few channels': { image: [2, 3, 7, 6], filters: 2 * c, window: SQUARE },
      'im2col with strides': {
        image: [2, 1, 7, 6],
        filters: c,
        window: { size: [2, 3], strides: [2, 2], borders: { ...NO_BORDERS, right: 1 } },
      },
      'shifts, all images in one product': { image: [3, 2 * c, 4, 5], filters: c, window: SQUARE },
      'shifts, one product for each image': {
        image: [2, c, 9, 9 * c],
        filters: c,
        window: { size: [2, 1], strides: [1, 1], borders: { ...NO_BORDERS, top: 1 } },
      },
      'shifts without borders': {
        image: [2, c, 5, 4],
        filters: 2 * c,
        window: { size: [3, 2], strides: [1, 1], borders: NO_BORDERS },
      },
    };

    it.each(Object.entries(cases))('agrees with its definition: %s', (_, shapes) => {
      const graph = new GraphBuilder({ channelBlock: c, kernels: true });
      const image = randomConstant(graph, 'image', shapes.image);
      const [rows, columns] = resultSize(shapes);
      const gradient = randomConstant(graph, 'gradient', [
        shapes.image[0],
        shapes.filters,
        rows,
        columns,
      ]);
      const { height, of } = filterGradientNchwc(graph, image.value, shapes.window)!; // kernels cover all cases
      const padded = pad(graph, gradient.value, { ...NO_BORDERS, bottom: height - rows });
      const result = of(toNchwc(graph, padded));
      const expected = gradientOfFilters(shapes, image.data, gradient.data);
      expect(result.shape).toEqual([shapes.filters, shapes.image[1], ...shapes.window.size]);
      expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
    });
  },
);
