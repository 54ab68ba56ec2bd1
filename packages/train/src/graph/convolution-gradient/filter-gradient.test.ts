import { describe, expect, it } from 'vitest';
import {
  type ConvolutionShapes,
  gradientOfFilters,
  resultSize,
} from '../../../test/convolution.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { filterGradient } from './filter-gradient.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
const SQUARE: Window = {
  size: [3, 3],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 1 },
};

/** The operators that only one of the three forms has. */
const MARKS = { im2col: 'Conv', taps: 'Transpose', 'taps and images': 'ReduceSum' } as const;

describe('the gradient of filters', () => {
  const cases: readonly (ConvolutionShapes & { readonly form: keyof typeof MARKS })[] = [
    { form: 'im2col', image: [2, 3, 6, 5], filters: 4, window: SQUARE },
    {
      form: 'im2col',
      image: [3, 1, 7, 6],
      filters: 2,
      window: { size: [2, 3], strides: [2, 1], borders: { ...NO_BORDERS, bottom: 1 } },
    },
    { form: 'taps', image: [2, 20, 2, 3], filters: 24, window: SQUARE },
    {
      form: 'taps',
      image: [2, 12, 5, 4],
      filters: 10,
      window: { size: [2, 2], strides: [2, 2], borders: NO_BORDERS },
    },
    { form: 'taps and images', image: [2, 5, 8, 9], filters: 6, window: SQUARE },
    {
      form: 'taps and images',
      image: [2, 5, 9, 8],
      filters: 6,
      window: { size: [3, 2], strides: [2, 1], borders: { ...NO_BORDERS, left: 1 } },
    },
    {
      form: 'taps and images',
      image: [2, 5, 4, 4],
      filters: 3,
      window: { size: [1, 1], strides: [1, 1], borders: NO_BORDERS },
    },
  ];

  it.each(cases)('by $form: an image of $image, $filters filters', ({ form, ...shapes }) => {
    const graph = new GraphBuilder();
    const [batch, channels] = shapes.image;
    const image = graph.input('image', shapes.image);
    const gradient = graph.input('gradient', [batch, shapes.filters, ...resultSize(shapes)]);
    const result = filterGradient(graph, [image, gradient], shapes);
    expect(result.shape).toEqual([shapes.filters, channels, ...shapes.window.size]);
    const types = new Set(graph.finish('test').nodes.map(({ type }) => type));
    // the first form has both a convolution and a sum
    const found = Object.entries(MARKS).find(([, mark]) => types.has(mark));
    expect(found![0]).toBe(form);
  });

  it.skipIf(onnxruntime === undefined).each(cases)(
    'agrees with its definition, by $form: an image of $image, $filters filters',
    ({ form: _, ...shapes }) => {
      const graph = new GraphBuilder();
      const image = randomConstant(graph, 'image', shapes.image);
      const shape = [shapes.image[0], shapes.filters, ...resultSize(shapes)];
      const gradient = randomConstant(graph, 'gradient', shape);
      const result = filterGradient(graph, [image.value, gradient.value], shapes);
      const expected = gradientOfFilters(shapes, image.data, gradient.data);
      expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
    },
  );
});
