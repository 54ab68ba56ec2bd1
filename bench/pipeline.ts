import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, normalise, type Samples, scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { makePhotographs } from './make-photographs.ts';
import { startPeer } from './python-peer.ts';

const COUNT = 400;
const WORKERS = 2;
const recipe = [
  { op: 'resize', height: 150, width: 150, resampler: 'cv2-linear' },
  { op: 'colour-mask', palette: 'seedling' },
  { op: 'median', size: 9 },
];
const TITLES = { png: 'PNG', jpeg: 'JPEG', '': 'PNG and JPEG' };
const unit = { mean: [0, 0, 0], deviation: [255, 255, 255] };

/** Files to float batches of 32: decode, resize to 150, mask, median of 9. */
export const benchmark: Benchmark = async ({ peer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  try {
    for (const format of ['png', 'jpeg'] as const) {
      await makePhotographs(join(folder, format), { format, count: COUNT });
    }
    await using pool = await createImagePool({ workers: WORKERS });
    for (const part of ['png', 'jpeg', ''] as const) {
      const photographs = join(folder, part);
      using opponent =
        peer === undefined ? undefined : startPeer(peer, 'pipeline.py', [photographs]);
      const { samples } = await scanFolder(photographs);
      const product = (): Promise<number> => imagesPerSecond(pool, samples);
      await product();
      await opponent?.round();
      await compare({
        title: `pipeline, ${samples.length} ${TITLES[part]} of 100 to 1,000 px, ${WORKERS} workers`,
        unit: 'images/s',
        largerIsBetter: true,
        rounds: 5,
        product,
        peer: opponent?.round,
        peerName: 'cv2 + numpy',
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function imagesPerSecond(pool: ImagePool, samples: Samples): Promise<number> {
  const floats = new Float32Array(32 * 150 * 150 * 3);
  const options = { samples, recipe, batchSize: 32, seed: 0, epoch: 0, shuffle: false };
  const start = performance.now();
  for await (const { images } of batches(pool, options)) normalise(images, floats, unit);
  return (samples.length / (performance.now() - start)) * 1000;
}
