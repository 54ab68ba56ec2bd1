import { batches, cachedSource, openRecordCache, scanFolder } from '@sprout/core';
import {
  createImagePool,
  parseAugmentation,
  parseRecipe,
  recipeHash,
  writeSample,
} from '@sprout/imgproc';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './benchmark.ts';

/** Enough for several collections of old garbage: between two of them memory grows by 3 MB per 10,000 images. */
const IMAGES = 330_000;
const WARM_UP = 10_000;

/** The growth of resident memory while 330,000 images are decoded, prepared and augmented, after a warm-up. */
export const benchmark: Benchmark = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-memory-'));
  try {
    await writeSample(join(folder, 'sample'), { classes: 12, images: 40, size: 64, seed: 0 });
    for (const cached of [false, true]) {
      const growth = await slopeOf(folder, cached);
      console.log(
        `${cached ? 'cached ' : 'decoded'}  ${growth.toFixed(2)} MB per 10,000 images; to stay under 1`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function slopeOf(folder: string, cached: boolean): Promise<number> {
  const { samples } = await scanFolder(join(folder, 'sample'));
  const recipe = parseRecipe([
    { op: 'resize', height: 64, width: 64 },
    { op: 'colour-mask', palette: 'seedling' },
    { op: 'median', size: 5 },
  ]);
  const augment = parseAugmentation([{ op: 'flip-horizontal' }, { op: 'rotate' }]);
  await using pool = await createImagePool({ workers: 2 });
  await using cache = await openRecordCache(join(folder, 'cache'), {
    key: recipeHash(recipe),
    height: 64,
    width: 64,
    channels: 3,
  });
  const source = cached ? cachedSource(pool, cache) : pool;
  const points: [number, number][] = [];
  let seen = 0;
  for (let epoch = 0; seen < IMAGES; epoch++) {
    for await (const batch of batches(source, {
      samples,
      recipe,
      augment,
      batchSize: 32,
      seed: 0,
      epoch,
    })) {
      seen += batch.count;
    }
    if (seen >= WARM_UP) points.push([seen, process.memoryUsage.rss() / 2 ** 20]);
  }
  return slope(points) * 10_000;
}

/** The slope of the least-squares line. */
function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
