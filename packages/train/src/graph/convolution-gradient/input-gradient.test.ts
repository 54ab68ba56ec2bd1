import { describe, expect, it } from 'vitest';
import { gradientOfImage, resultSize } from '../../../test/convolution.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { inputGradient } from './input-gradient.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };

describe('the gradient with respect to an image', () => {
  const cases = [
    { channels: 3, filters: 4, size: [3, 2], strides: [1, 1], borders: NO_BORDERS },
    {
      channels: 2,
      filters: 3,
      size: [3, 3],
      strides: [1, 1],
      borders: { top: 1, left: 1, bottom: 1, right: 1 },
    },
    // a border wider than the window reaches removes rows
    { channels: 2, filters: 3, size: [2, 2], strides: [1, 1], borders: { ...NO_BORDERS, top: 2 } },
    { channels: 16, filters: 16, size: [3, 3], strides: [1, 1], borders: NO_BORDERS },
    { channels: 3, filters: 4, size: [3, 3], strides: [2, 2], borders: { ...NO_BORDERS, left: 1 } },
    { channels: 3, filters: 2, size: [1, 1], strides: [1, 2], borders: NO_BORDERS },
  ] satisfies readonly (Window & { readonly channels: number; readonly filters: number })[];

  it.skipIf(onnxruntime === undefined).each(cases)(
    'agrees with its definition: %o',
    ({ channels, filters, ...window }) => {
      const graph = new GraphBuilder({ channelBlock: ownChannelBlock });
      const shapes = { image: [2, channels, 6, 7], filters, window } as const;
      const gradient = randomConstant(graph, 'gradient', [2, filters, ...resultSize(shapes)]);
      const weights = randomConstant(graph, 'filters', [filters, channels, ...window.size]);
      const operands = [gradient.value, weights.value] as const;
      const result = inputGradient(graph, operands, { window, size: [6, 7] });
      const expected = gradientOfImage(shapes, gradient.data, weights.data);
      expect(result.shape).toEqual(shapes.image);
      expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
    },
  );

  it.each([
    { strides: [1, 1], type: 'Conv' },
    { strides: [2, 1], type: 'ConvTranspose' },
    { strides: [1, 2], type: 'ConvTranspose' },
  ] as const)('is a $type for strides of $strides', ({ strides, type }) => {
    const graph = new GraphBuilder();
    const window: Window = { size: [1, 1], strides, borders: NO_BORDERS };
    const shapes = { image: [1, 2, 6, 7], filters: 3, window } as const;
    const gradient = graph.input('gradient', [1, 3, ...resultSize(shapes)]);
    const filters = graph.input('filters', [3, 2, 1, 1]);
    inputGradient(graph, [gradient, filters], { window, size: [6, 7] });
    expect(graph.finish('test').nodes.at(-1)!.type).toBe(type);
  });
});
