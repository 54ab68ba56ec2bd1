import { describe, expect, it } from 'vitest';
import { resultSize } from '../../../test/convolution.ts';
import { type DepthwiseShapes, gradientOfDepthwiseImage } from '../../../test/depthwise.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { depthwiseInputGradient } from './depthwise-input-gradient.ts';

const BORDERS = { top: 1, left: 0, bottom: 1, right: 2 };

describe('the gradient of the image of a depthwise convolution', () => {
  it.each([
    { why: 'strides of one pixel', type: 'Conv' },
    { why: 'strides, with kernels', strides: 2, type: 'depthwiseInputGradient' },
    { why: 'strides, without kernels', strides: 2, kernels: false, type: 'ConvTranspose' },
    { why: 'two filters a channel', multiplier: 2, type: 'ConvTranspose' },
  ])('is a $type for $why', ({ strides = 1, kernels = true, multiplier = 1, type }) => {
    const graph = new GraphBuilder({ channelBlock: 8, kernels });
    const window = { size: [3, 3], strides: [strides, strides], borders: BORDERS } as const;
    const size = resultSize({ image: [2, 16, 6, 7], filters: 1, window });
    const gradient = graph.input('gradient', [2, 16 * multiplier, ...size]);
    const filters = graph.input('filters', [16 * multiplier, 1, 3, 3]);
    const options = { window, channels: 16, size: [6, 7] } as const;
    const result = depthwiseInputGradient(graph, [gradient, filters], options);
    expect(result.shape).toEqual([2, 16, 6, 7]);
    expect(graph.finish('test').nodes.map((node) => node.type)).toContain(type);
  });

  it.skipIf(onnxruntime === undefined).each([
    { strides: [1, 1], kernels: false },
    { strides: [2, 1], kernels: false },
    { strides: [1, 1], kernels: true },
    { strides: [2, 1], kernels: true },
  ] as const)('agrees with its definition: $strides, kernels: $kernels', ({ strides, kernels }) => {
    if (kernels && !hasKernels) return;
    const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels });
    const channels = 2 * ownChannelBlock;
    const window = { size: [3, 2], strides, borders: BORDERS } as const;
    const shapes: DepthwiseShapes = { image: [2, channels, 6, 7], window };
    const size = resultSize({ ...shapes, filters: 1 });
    const gradient = randomConstant(graph, 'gradient', [2, channels, ...size]);
    const filters = randomConstant(graph, 'filters', [channels, 1, 3, 2]);
    const options = { window, channels, size: [6, 7] } as const;
    const result = depthwiseInputGradient(graph, [gradient.value, filters.value], options);
    const expected = gradientOfDepthwiseImage(shapes, gradient.data, filters.data);
    expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(1e-6);
  });
});
