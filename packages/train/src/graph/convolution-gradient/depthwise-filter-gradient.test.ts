import { describe, expect, it } from 'vitest';
import { resultSize } from '../../../test/convolution.ts';
import { type DepthwiseShapes, gradientOfDepthwiseFilters } from '../../../test/depthwise.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { depthwiseFilterGradient } from './depthwise-filter-gradient.ts';

const ODD = { top: 0, left: 1, bottom: 2, right: 1 };

describe('the gradient of depthwise filters', () => {
  it.each([
    {
      why: 'channels fill channel blocks',
      channels: 16,
      kernels: true,
      type: 'depthwiseFilterGradient',
    },
    { why: 'they do not', channels: 12, kernels: true, type: 'Conv' },
    { why: 'a channel has two filters', channels: 16, multiplier: 2, kernels: true, type: 'Conv' },
    { why: 'there are no kernels', channels: 16, kernels: false, type: 'Conv' },
  ])('is a $type where $why', ({ channels, multiplier = 1, kernels, type }) => {
    const graph = new GraphBuilder({ channelBlock: 8, kernels });
    const image = graph.input('image', [2, channels, 6, 7]);
    const gradient = graph.input('gradient', [2, channels * multiplier, 4, 5]);
    const window = {
      size: [3, 3],
      strides: [1, 1],
      borders: { ...ODD, bottom: 0, left: 0, right: 0 },
    } as const;
    const result = depthwiseFilterGradient(graph, [image, gradient], window);
    expect(result.shape).toEqual([channels * multiplier, 1, 3, 3]);
    expect(graph.finish('test').nodes.map((node) => node.type)).toContain(type);
  });

  const cases = [
    { size: [3, 3], strides: [1, 1] },
    { size: [5, 3], strides: [2, 2] },
    { size: [2, 2], strides: [3, 2] }, // leaves pixels over
  ] as const;
  const ways = [{ kernels: false }, { kernels: true }];

  it
    .skipIf(onnxruntime === undefined)
    .each(ways.flatMap((way) => cases.map((own) => ({ ...way, ...own }))))(
    'agrees with its definition: $size by $strides, kernels: $kernels',
    ({ kernels, ...own }) => {
      if (kernels && !hasKernels) return;
      const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels });
      const channels = 2 * ownChannelBlock;
      const shapes: DepthwiseShapes = {
        image: [2, channels, 6, 7],
        window: { ...own, borders: ODD },
      };
      const size = resultSize({ ...shapes, filters: 1 });
      const image = randomConstant(graph, 'image', shapes.image);
      const gradient = randomConstant(graph, 'gradient', [2, channels, ...size]);
      const result = depthwiseFilterGradient(graph, [image.value, gradient.value], shapes.window);
      const expected = gradientOfDepthwiseFilters(shapes, image.data, gradient.data);
      expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
    },
  );
});
