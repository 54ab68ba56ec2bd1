import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, normalise, scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
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
const unit = { mean: [0, 0, 0], deviation: [255, 255, 255] };

/** Files to float batches of 32: decode, resize to 150, mask, median of 9. */
export const benchmark: Benchmark = async ({ peer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  try {
    for (const format of ['png', 'jpeg'] as const) {
      await makePhotographs(join(folder, format), { format, count: COUNT });
    }
    await using pool = await createImagePool({ workers: WORKERS });
    for (const format of ['png', 'jpeg'] as const) {
      using opponent =
        peer === undefined ? undefined : startPeer(peer, 'pipeline.py', [join(folder, format)]);
      const { samples } = await scanFolder(join(folder, format));
      const floats = new Float32Array(32 * 150 * 150 * 3);
      const product = async (): Promise<number> => {
        const start = performance.now();
        const options = { samples, recipe, batchSize: 32, seed: 0, epoch: 0, shuffle: false };
        for await (const { images } of batches(pool, options)) normalise(images, floats, unit);
        return (samples.length / (performance.now() - start)) * 1000;
      };
      await product();
      await opponent?.round();
      await compare({
        title: `pipeline, ${COUNT} ${format.toUpperCase()} of 100 to 1,000 px, ${WORKERS} workers`,
        unit: 'images/s',
        largerIsBetter: true,
        product,
        peer: opponent?.round,
        peerName: 'cv2 + numpy',
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};
