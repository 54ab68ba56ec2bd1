import { describe, expect, it } from 'vitest';
import { evaluate, hasKernels, ownChannelBlock } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { filled } from '../emit/filled.ts';
import { fromNchwc, toNchwc } from '../emit/nchwc.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { normalisePool } from './normalise-pool.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
const SINGLE: Window = { size: [1, 1], strides: [1, 1], borders: NO_BORDERS };
const PAIRS: Window = { size: [1, 2], strides: [1, 2], borders: NO_BORDERS };

describe('batch normalisation and pooling as a kernel', () => {
  it.each([
    { window: PAIRS, pooled: [2, 32, 3, 2], peaks: [2, 32, 3, 2] },
    { window: SINGLE, pooled: [2, 32, 3, 4], peaks: [0] },
  ])('has the shapes of its window: $pooled', ({ window, pooled, peaks }) => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', [2, 32, 3, 4]);
    const [gamma, beta] = [graph.input('gamma', [32]), graph.input('beta', [32])];
    const options = { gamma, beta, epsilon: 1e-3, limits: [0, 6], window } as const;
    const result = normalisePool(graph, image, options);
    const gradients = result.backward(result.output, 5);
    expect(result.output.shape).toEqual(pooled);
    expect([result.mean.shape, result.variance.shape]).toEqual([[32], [32]]);
    expect(gradients.image.shape).toEqual([2, 32, 5, 4]);
    expect([gradients.gamma.shape, gradients.beta.shape]).toEqual([[32], [32]]);
    const [forward, back] = graph.finish('test').nodes;
    expect(forward!.outputs[0]!.shape).toEqual(peaks);
    const source = window === SINGLE ? 'image' : forward!.outputs[0]!.name;
    expect(back!.inputs[3]).toBe(source);
    expect(forward!.attributes['paddedHeight']).toEqual({ int: 3 });
    expect(back!.attributes).toEqual({ ...forward!.attributes, paddedHeight: { int: 5 } });
  });

  it.skipIf(onnxruntime === undefined || !hasKernels)(
    'normalises the maxima of each window',
    () => {
      const channels = ownChannelBlock;
      const graph = new GraphBuilder({ channelBlock: channels, kernels: true });
      const pixels = [1, 3, 7, 5];
      const data = Float32Array.from({ length: 4 * channels }, (_, at) => pixels[at % 4]!);
      const image = graph.constant('image', [1, channels, 1, 4], data);
      const { output, mean, variance } = normalisePool(graph, toNchwc(graph, image), {
        gamma: filled(graph, [channels], 2),
        beta: filled(graph, [channels], -0.5),
        epsilon: 4,
        limits: [0, 1.25],
        window: PAIRS,
      });
      // mean 4, variance 5, deviation 3 with epsilon: 3 becomes -2 / 3 - 1 / 2, and 7 becomes 2 - 1 / 2, before the clipping
      const [pooled, means, variances] = evaluate(graph, fromNchwc(graph, output), mean, variance);
      expect(pooled).toEqual(Array.from({ length: channels }, () => [0, 1.25]).flat());
      expect(means).toEqual(Array.from({ length: channels }, () => 4));
      expect(variances).toEqual(Array.from({ length: channels }, () => 5));
    },
  );
});
