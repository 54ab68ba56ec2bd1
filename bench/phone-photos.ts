import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, normalise, scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import type { Benchmark } from './benchmark.ts';
import { compare } from './compare.ts';
import { makePhonePhotos } from './make-phone-photos.ts';
import { startPeer } from './python-peer.ts';

const COUNT = 200;
const WORKERS = 2;
const SIDE = 224;
/** Each peer resizes with the resampler of its library. */
const PEERS = [
  { library: 'cv2', resampler: 'cv2-linear', peerName: 'cv2 REDUCED' },
  { library: 'pillow', resampler: 'pil-bilinear', peerName: 'Pillow draft' },
] as const;
const unit = { mean: [0, 0, 0], deviation: [255, 255, 255] };

/** Files of 12 megapixels to float batches of 32: reduced decoding, resize to 224. */
export const benchmark: Benchmark = async ({ peer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
  try {
    await makePhonePhotos(folder, COUNT);
    const { samples } = await scanFolder(folder);
    await using pool = await createImagePool({ workers: WORKERS });
    for (const { library, resampler, peerName } of PEERS) {
      const size = { height: SIDE, width: SIDE };
      const recipe = [
        { op: 'reduce', ...size },
        { op: 'resize', ...size, resampler },
      ];
      const floats = new Float32Array(32 * SIDE * SIDE * 3);
      const options = { samples, recipe, batchSize: 32, seed: 0, epoch: 0, shuffle: false };
      const product = async (): Promise<number> => {
        const start = performance.now();
        for await (const { images } of batches(pool, options)) normalise(images, floats, unit);
        return (samples.length / (performance.now() - start)) * 1000;
      };
      using opponent =
        peer === undefined ? undefined : startPeer(peer, 'phone_photos.py', [folder, library]);
      await product();
      await opponent?.round();
      await compare({
        title: `phone-photos, ${COUNT} JPEGs of 12 MP to ${SIDE} px, ${resampler}, ${WORKERS} workers`,
        unit: 'images/s',
        largerIsBetter: true,
        rounds: 7,
        product,
        peer: opponent?.round,
        peerName,
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};
