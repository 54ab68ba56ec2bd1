import { fileURLToPath } from 'node:url';
import { type LentImages, rasterAt, type Sample } from '@sprout/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { augmentationOps, recipeOps } from '../../test/all-ops.ts';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import { opencv } from '../../test/set-up-ops.ts';
import { drawForSample } from '../augmentation/draw-for-sample.ts';
import { applyInTurn } from '../op-contract/apply-in-turn.ts';
import { checkOps, type CheckedOps, resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { Thread } from '../worker/thread.ts';
import { ImagePool } from './image-pool.ts';
import { LocalRunner } from './local-runner.ts';
import { WorkerRunner } from './worker-runner.ts';

const entry = fileURLToPath(new URL('../../test/all-ops-worker.ts', import.meta.url));
const recipe = [{ op: 'median', size: 3 }];
const at = { seed: 4, epoch: 2 };

let data: PngSamples;
const pools = new Map<number, ImagePool>();

beforeAll(async () => {
  data = await pngSamples(5, { height: 8, width: 9 });
  await opencv.ready();
  const local = new LocalRunner(new Thread({ recipeOps, augmentationOps }));
  const threads = await WorkerRunner.start({ workers: 2, timeLimitMs: 60_000, entry });
  pools.set(0, new ImagePool({ runner: local, workers: 0 }));
  pools.set(2, new ImagePool({ runner: threads, workers: 2 }));
}, 60_000);

afterAll(async () => {
  for (const pool of pools.values()) await pool[Symbol.asyncDispose]();
  await data[Symbol.asyncDispose]();
}, 60_000);

function augmentation(...specs: object[]): CheckedOps<'augmentation'> {
  return checkOps(specs, { kind: 'augmentation', table: augmentationOps });
}

/** The expected images of a batch: prepared by the pool, then augmented here. */
async function expected(pool: ImagePool, augment: CheckedOps<'augmentation'>) {
  using prepared = await pool.prepare(data.samples, recipe);
  const { ops, resolved } = readyOps(resolvedOf(augment));
  return data.samples.map(({ id, path }, position) => {
    const drawn = drawForSample(resolved, { ...at, id });
    return applyInTurn(rasterAt(prepared, position), { ops, drawn, tools: { file: path, opencv } });
  });
}

function rasters(lent: LentImages, samples: readonly Sample[] = data.samples) {
  return samples.map((_, position) => rasterAt(lent, position));
}

const crop = (height: number, width: number) => ({ op: 'cut', height, width });

describe.each([0, 2])('with %d workers', (workers) => {
  test.each([
    ['uses OpenCV', [{ op: 'blur' }]],
    ['changes the size', [crop(5, 6), { op: 'flip-vertical' }]],
    ['changes the size by that of its input', [{ op: 'trim' }]],
    ['draws a stream of numbers', [{ op: 'noise' }]],
    [
      'has lists in lists',
      [
        {
          op: 'random-order',
          ops: [{ op: 'noise' }, { op: 'sometimes', ops: [{ op: 'blur' }, { op: 'rotate' }] }],
        },
        { op: 'one-of', ops: [crop(4, 4), { op: 'one-of', ops: [crop(4, 4)] }] },
      ],
    ],
  ])('an augmentation that %s: by render, and by prepare and augment', async (_, specs) => {
    const pool = pools.get(workers)!;
    const augment = augmentation(...specs);
    const images = await expected(pool, augment);
    using rendered = await pool.render(data.samples, { recipe, augment, ...at });
    expect(rendered.bad).toEqual([]);
    expect(rasters(rendered)).toEqual(images);
    const prepared = await pool.prepare(data.samples, recipe);
    using augmented = await pool.augment(prepared, data.samples, { augment, ...at });
    expect(rasters(augmented)).toEqual(images);
  });

  test('images that differ in size from the first one are bad', async () => {
    const pool = pools.get(workers)!;
    const augment = augmentation({ op: 'one-of', ops: [crop(4, 4), crop(5, 5)] });
    const images = await expected(pool, augment);
    const { height, width } = images[0]!;
    const others = images.flatMap((image, position) => (image.height === height ? [] : [position]));
    expect(others.length).toBeGreaterThan(0);
    using lent = await pool.render(data.samples, { recipe, augment, ...at });
    expect([lent.height, lent.width]).toEqual([height, width]);
    expect(lent.bad.map(({ position, error }) => [position, error.code])).toEqual(
      others.map((position) => [position, 'images-differ-in-size']),
    );
    images.forEach((image, position) => {
      const black = new Uint8Array(height * width * 3);
      expect(rasterAt(lent, position).data).toEqual(others.includes(position) ? black : image.data);
    });
  });

  test('bad files keep their position, and the others are augmented', async () => {
    const pool = pools.get(workers)!;
    const augment = augmentation(crop(5, 6));
    const images = await expected(pool, augment);
    const missing = { id: 'class/no.png', path: `${data.folder}/no.png`, label: 0 };
    const part = [missing, data.samples[0]!, missing, data.samples[1]!];
    using lent = await pool.render(part, { recipe, augment, ...at });
    expect(lent.bad.map(({ position, id }) => [position, id])).toEqual([
      [0, missing.id],
      [2, missing.id],
    ]);
    expect(rasterAt(lent, 1)).toEqual(images[0]);
    expect(rasterAt(lent, 3)).toEqual(images[1]);
    expect(rasterAt(lent, 2).data.every((value) => value === 0)).toBe(true);
  });
});

test('without augmentation render gives the same as prepare', async () => {
  const pool = pools.get(0)!;
  using prepared = await pool.prepare(data.samples, recipe);
  using rendered = await pool.render(data.samples, { recipe, augment: [], ...at });
  expect(rasters(rendered)).toEqual(rasters(prepared));
});
