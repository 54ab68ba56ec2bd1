import { expect, it } from 'vitest';
import { evaluate, hasKernels } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { im2col } from './im2col.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };

it('im2col has a row for each tap and channel, and a column for each position of the window', () => {
  const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
  const image = graph.input('image', [2, 3, 9, 8]);
  const borders = { ...NO_BORDERS, top: 1, right: 1 };
  const result = im2col(graph, image, { size: [2, 5], strides: [2, 1], borders });
  expect(result.shape).toEqual([2, 1, 2 * 5 * 3, 5 * 5]);
});

it.skipIf(onnxruntime === undefined || !hasKernels)(
  'im2col copies pixels, and zeros outside',
  () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.constant('image', [1, 1, 2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));
    const borders = { ...NO_BORDERS, left: 1 };
    const result = im2col(graph, image, { size: [2, 2], strides: [1, 1], borders });
    expect(evaluate(graph, result)).toEqual([[0, 1, 2, 1, 2, 3, 0, 4, 5, 4, 5, 6]]);
  },
);
