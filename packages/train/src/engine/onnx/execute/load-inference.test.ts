import { describe, expect, it } from 'vitest';
import { difference } from '../../../../test/difference.ts';
import { hasKernels, ownChannelBlock, randomConstant } from '../../../../test/evaluate.ts';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { convolve } from '../../../graph/emit/convolve.ts';
import { unary } from '../../../graph/emit/elementwise.ts';
import { maxPool } from '../../../graph/emit/pool.ts';
import { GraphBuilder, type Value } from '../../../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { BATCH, type LoadedInference, loadInference, loadWinograd } from './load-inference.ts';
import { tensor } from '../runtime/tensors.ts';

const TOLERANCE = 5e-6;
const SAME = {
  size: [3, 3],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 1 },
} as const;
const HALF = {
  size: [2, 2],
  strides: [2, 2],
  borders: { top: 0, left: 0, bottom: 0, right: 0 },
} as const;
const IMAGE = [3, 23, 17] as const;
const IMAGE_LENGTH = 3 * 23 * 17;

/** A shallow convolution, and two deep ones with a pooling between them; the pooled image is the second output. */
function deepNet(count: number | string = BATCH): OnnxGraph {
  const graph = new GraphBuilder();
  const block = (image: Value, name: string, filters: number): Value => {
    const channels = Number(image.shape[1]);
    const weights = randomConstant(graph, name, [filters, channels, 3, 3]).value;
    const bias = randomConstant(graph, `${name} bias`, [filters]).value;
    return unary(graph, 'Relu', convolve(graph, [image, weights], { window: SAME, bias }));
  };
  const shallow = block(graph.input('images', [count, ...IMAGE]), 'shallow', 128);
  const pooled = maxPool(graph, block(shallow, 'deep', 144), HALF);
  graph.output('result', block(pooled, 'deeper', 128));
  graph.output('pooled', pooled);
  return graph.finish('deep');
}

const images = (from: number, count: number) => ({
  images: tensor(
    Float32Array.from({ length: count * IMAGE_LENGTH }, (_, at) =>
      Math.sin(1.7 * (at + from * IMAGE_LENGTH)),
    ),
    [count, ...IMAGE],
  ),
});

const load = (channelBlock: number, graph = deepNet(), batch = 3): LoadedInference =>
  loadInference(onnxruntime!, graph, { threads: 2, channelBlock, batch });

describe.skipIf(onnxruntime === undefined || !hasKernels)(
  "inference by Winograd's convolutions",
  () => {
    const { run, batch } = load(ownChannelBlock);

    it('agrees with inference in onnxruntime alone, for all outputs', () => {
      expect(batch).toBe(3);
      const [own, plain] = [run(images(0, 3)), load(1).run(images(0, 3))];
      for (const [name, dims] of [
        ['result', [3, 128, 11, 8]],
        ['pooled', [3, 144, 11, 8]],
      ] as const) {
        expect(own[name]!.dims).toEqual(dims);
        expect(difference(own[name]!.data, plain[name]!.data)).toBeLessThan(TOLERANCE);
      }
    });

    it('returns the same bits for an image alone and among others', () => {
      const among = run(images(0, 3))['result']!.data;
      const length = among.length / 3;
      for (const index of [0, 1, 2])
        expect(run(images(index, 1))['result']!.data).toEqual(
          among.slice(index * length, (index + 1) * length),
        );
      expect(run(images(1, 2))['result']!.data).toEqual(among.slice(length));
    });

    it('returns new tensors', () => {
      const first = run(images(0, 1))['result']!.data;
      const copy = first.slice();
      run(images(5, 1));
      expect(first).toEqual(copy);
    });

    it('runs graphs with a fixed number of images', () => {
      const fixed = loadWinograd(onnxruntime!, deepNet(2), {
        threads: 2,
        channelBlock: ownChannelBlock,
        batch: 2,
      })!; // deep convolutions gain
      const [own, plain] = [fixed.run(images(0, 2)), run(images(0, 2))];
      expect(own['result']).toEqual(plain['result']);
    });

    it('runs fewer large images at once', () => {
      const graph = new GraphBuilder();
      const image = graph.input('images', [BATCH, 128, 400, 400]);
      const filters = randomConstant(graph, 'filters', [128, 128, 3, 3]).value;
      graph.output('result', convolve(graph, [image, filters], { window: SAME }));
      expect(load(ownChannelBlock, graph.finish('large'), 8).batch).toBe(1);
    });
  },
);
