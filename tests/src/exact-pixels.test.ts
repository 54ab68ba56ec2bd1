import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Recipe, type Samples, scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';

/** The output of scripts/fixtures/prepare-all.py: hashes by class, or by `class/file`. */
type Prepared = readonly {
  readonly recipe: Recipe;
  readonly pixels: Readonly<Record<string, string>>;
}[];

const BATCH = 32;

async function pixelHash(pool: ImagePool, samples: Samples, recipe: Recipe): Promise<string> {
  const hash = createHash('sha256');
  const all = [...samples];
  for (let start = 0; start < all.length; start += BATCH) {
    using prepared = await pool.prepare(all.slice(start, start + BATCH), recipe);
    expect(prepared.bad).toEqual([]);
    hash.update(prepared.images);
  }
  return hash.digest('hex').slice(0, 32);
}

describe.each(['seedlings', 'seedlings-originals'])('Every image of %s', (name) => {
  const folder = sharedData(name);
  const fixture = new URL(`../fixtures/exact-pixels/${name}.json`, import.meta.url);
  const prepared: Prepared = JSON.parse(readFileSync(fixture, 'utf8'));

  test.skipIf(folder === undefined)(
    `is prepared as by OpenCV, Pillow and NumPy (needs ../shared/data/${name})`,
    async () => {
      const { samples } = await scanFolder(folder ?? '');
      await using pool = await createImagePool({ workers: 2 });
      for (const { recipe, pixels } of prepared) {
        const hashes: Record<string, string> = {};
        for (const key of Object.keys(pixels)) {
          const group = samples.filter(({ id }) => id === key || id.startsWith(`${key}/`));
          hashes[key] = await pixelHash(pool, group, recipe);
        }
        expect({ recipe, pixels: hashes }).toEqual({ recipe, pixels });
      }
    },
    300_000,
  );
});
