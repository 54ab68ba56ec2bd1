import { describe, expect, it } from 'vitest';
import { convolution, gradientOfImage, resultSize } from '../../../test/convolution.ts';
import { depthwise, type DepthwiseShapes } from '../../../test/depthwise.ts';
import { difference } from '../../../test/difference.ts';
import { evaluate, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { convolve } from './convolve.ts';
import type { Window } from './window.ts';

const TOLERANCE = 1e-6;
const NCHWC = 'com.microsoft.nchwc';

const window = (
  height: number,
  width: number,
  borders: Partial<Window['borders']> = {},
): Window => ({
  size: [height, width],
  strides: [1, 1],
  borders: { top: 0, left: 0, bottom: 0, right: 0, ...borders },
});

describe('a convolution runs in NCHWc', () => {
  const cases = [
    { why: 'channels and filters fill channel blocks', channels: 16, filters: 32, is: true },
    { why: 'the processor has no NCHWc', channels: 16, filters: 32, channelBlock: 1, is: false },
    { why: 'filters do not fill channel blocks', channels: 16, filters: 24, is: false },
    { why: 'channels do not fill channel blocks', channels: 24, filters: 16, is: false },
    { why: 'its window is one pixel', channels: 16, filters: 16, size: 1, is: false },
    {
      why: 'its window is one pixel, and kernels',
      channels: 16,
      filters: 16,
      size: 1,
      kernels: true,
      is: true,
    },
    { why: 'it is depthwise', channels: 1, filters: 16, groups: 16, is: true },
    { why: 'it goes back, depthwise', channels: 1, filters: 16, groups: 16, back: true, is: true },
    { why: 'a channel has two filters', channels: 1, filters: 32, groups: 16, is: false },
    { why: 'there are few channels, and no kernels', channels: 3, filters: 16, is: false },
    {
      why: 'there are few channels, and kernels',
      channels: 3,
      filters: 16,
      kernels: true,
      is: true,
    },
    {
      why: 'it goes back to few channels',
      channels: 3,
      filters: 16,
      kernels: true,
      back: true,
      is: false,
    },
  ];
  it.each(cases)('or not, where $why: $is', (given) => {
    const { channels, filters, size = 3, channelBlock = 16, kernels = false, back = false } = given;
    const { groups = 1 } = given;
    const graph = new GraphBuilder({ channelBlock, kernels });
    const isWhole = groups === 1;
    const image = graph.input('image', [2, back && isWhole ? filters : channels * groups, 9, 8]);
    const weights = graph.input('filters', [filters, channels, size, size]);
    const result = convolve(graph, [image, weights], { window: window(size, size), groups, back });
    const count = back && isWhole ? channels : filters;
    expect(result.shape).toEqual([2, count, 10 - size, 9 - size]);
    const domains = graph.finish('test').nodes.map(({ type, domain }) => `${domain}:${type}`);
    expect(domains.includes(`${NCHWC}:Conv`)).toBe(given.is);
    expect(domains.includes(':Conv')).toBe(!given.is);
  });
});

it('the image of the next convolution in NCHWc is not reordered', () => {
  const graph = new GraphBuilder({ channelBlock: 16 });
  const weights = graph.input('filters', [16, 16, 3, 3]);
  const first = convolve(graph, [graph.input('image', [1, 16, 9, 8]), weights], {
    window: window(3, 3),
  });
  convolve(graph, [first, weights], { window: window(3, 3) });
  const types = graph.finish('test').nodes.map(({ type }) => type);
  expect(types.filter((type) => type === 'ReorderInput')).toHaveLength(1);
});

describe.skipIf(onnxruntime === undefined)('a convolution agrees with its definition:', () => {
  const cases: Readonly<Record<string, { channels: number; filters: number; window: Window }>> = {
    'oblong filters and borders': {
      channels: 3,
      filters: 2,
      window: window(2, 3, { top: 1, left: 2, right: 1 }),
    },
    'strides of two pixels': {
      channels: 2,
      filters: 4,
      window: { ...window(3, 3), strides: [2, 2] },
    },
    'channel blocks': { channels: 16, filters: 32, window: window(3, 3, { top: 1, bottom: 1 }) },
    'channel blocks and strides': {
      channels: 32,
      filters: 16,
      window: { ...window(3, 2, { left: 1 }), strides: [1, 2] },
    },
  };
  it.each(Object.entries(cases))('%s', (_, { channels, filters, window: own }) => {
    const graph = new GraphBuilder({ channelBlock: ownChannelBlock });
    const shapes = { image: [2, channels, 6, 7], filters, window: own } as const;
    const image = randomConstant(graph, 'image', shapes.image);
    const weights = randomConstant(graph, 'filters', [filters, channels, ...own.size]);
    const bias = randomConstant(graph, 'bias', [filters]);
    const result = convolve(graph, [image.value, weights.value], { window: own, bias: bias.value });
    const [height, width] = resultSize(shapes);
    const expected = convolution(shapes, image.data, weights.data).map(
      (value, at) => value + bias.data[Math.floor(at / (height * width)) % filters]!,
    );
    expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(TOLERANCE);
  });

  it.each([
    { channels: 2, filters: 3 },
    { channels: 16, filters: 32 },
  ])('back through $filters filters of $channels channels', ({ channels, filters }) => {
    const graph = new GraphBuilder({ channelBlock: ownChannelBlock });
    const own = window(2, 3);
    const shapes = { image: [2, channels, 6, 7], filters, window: own } as const;
    const gradient = randomConstant(graph, 'gradient', [2, filters, ...resultSize(shapes)]);
    const weights = randomConstant(graph, 'filters', [filters, channels, ...own.size]);
    const opposite = window(2, 3, { top: 1, left: 2, bottom: 1, right: 2 });
    const result = convolve(graph, [gradient.value, weights.value], {
      window: opposite,
      back: true,
    });
    const expected = gradientOfImage(shapes, gradient.data, weights.data);
    expect(result.shape).toEqual(shapes.image);
    expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(TOLERANCE);
  });

  it.each([false, true])('a depthwise convolution, back: %s', (back) => {
    const graph = new GraphBuilder({ channelBlock: ownChannelBlock });
    const channels = 2 * ownChannelBlock;
    const own = { ...window(2, 3, { top: 1, right: 2 }), strides: [back ? 1 : 2, 1] } as const;
    const shapes: DepthwiseShapes = { image: [2, channels, 6, 7], window: own };
    const image = randomConstant(graph, 'image', shapes.image);
    const weights = randomConstant(graph, 'filters', [channels, 1, 2, 3]);
    const operands = [image.value, weights.value] as const;
    const result = convolve(graph, operands, { window: own, groups: channels, back });
    const taps = back
      ? weights.data.map((_, at) => weights.data[at - (at % 6) + 5 - (at % 6)]!)
      : weights.data;
    const expected = depthwise(shapes, image.data, taps);
    expect(difference(evaluate(graph, result)[0]!, expected)).toBeLessThan(TOLERANCE);
  });

  it('groups convolve their own channels', () => {
    const graph = new GraphBuilder();
    const image = graph.constant('image', [1, 2, 1, 2], Float32Array.of(1, 2, 3, 4));
    const weights = graph.constant('filters', [2, 1, 1, 2], Float32Array.of(1, 10, 1, 100));
    const result = convolve(graph, [image, weights], { window: window(1, 2), groups: 2 });
    expect(evaluate(graph, result)).toEqual([[21, 403]]);
  });
});
