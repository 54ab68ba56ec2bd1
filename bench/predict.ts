import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { addHead, createBase, openPredictorThread, predict, withWeights } from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { drawnInput } from './drawn-input.ts';
import { makePhotographs } from './make-photographs.ts';

const WORKERS = 2;
const BATCH = 32;
const CLASSES = 12;
interface Network {
  readonly base: string;
  readonly side: number;
  /** The number of images. */
  readonly count: number;
}

const NETWORKS: readonly Network[] = [
  { base: 'vgg16', side: 150, count: 96 },
  { base: 'efficientnet-lite0', side: 224, count: 256 },
];

/** Predictions of JPEGs of 100 to 1,000 pixels, compared with the network alone on images that are prepared already. */
export const benchmark: Benchmark = async () => {
  for (const network of NETWORKS) {
    const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
    try {
      await makePhotographs(folder, { format: 'jpeg', count: network.count });
      await measure(network, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
};

async function measure({ base, side, count }: Network, folder: string): Promise<void> {
  const { samples } = await scanFolder(folder);
  const size = { height: side, width: side };
  const outline = createBase(base, { ...size, pooling: 'avg' });
  const model = addHead(outline, [{ layer: 'dense', units: CLASSES, activation: 'softmax' }]);
  const definition = withWeights(model, { seed: 0 });
  await using pool = await createImagePool({ workers: WORKERS });
  await using predictor = await openPredictorThread(definition, { engine: 'onnx', threads: 2 });
  const recipe = [{ op: 'resize', ...size, resampler: 'cv2-linear' }];
  const options = { samples, recipe, batchSize: BATCH, seed: 0, epoch: 0, shuffle: false };
  const prepared = drawnInput(definition.input, BATCH);
  const product = rate(count, async () => {
    for await (const _ of predict(predictor, batches(pool, options)));
  });
  const forward = rate(count, async () => {
    for (let done = 0; done < count; done += BATCH) await predictor.predict(prepared, BATCH);
  });
  const preparation = rate(count, async () => {
    for await (const _ of batches(pool, options));
  });
  await product();
  const comparison = {
    title: `predict, ${base}, ${count} JPEGs of 100 to 1,000 px to ${side} px, ${WORKERS} workers`,
    unit: 'images/s',
    largerIsBetter: true,
    product,
  };
  await compare({ ...comparison, peer: forward, peerName: 'forward' });
  // Both occupy all cores, so one after the other is the fastest that can be expected of them together.
  const inTurn = async (): Promise<number> =>
    1 / (1 / (await preparation()) + 1 / (await forward()));
  await compare({ ...comparison, peer: inTurn, peerName: 'in turn' });
}

/** A function that does work on images, and returns the images per second. */
function rate(count: number, work: () => Promise<void>): () => Promise<number> {
  return async () => {
    const start = performance.now();
    await work();
    return (count / (performance.now() - start)) * 1000;
  };
}
