import { fileURLToPath } from 'node:url';
import { SproutError } from '@sprout/core';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImagePool } from './create-image-pool.ts';

const found = { threads: sharp.concurrency(), cache: sharp.cache() };

beforeEach(() => {
  sharp.concurrency(2);
  sharp.cache({ memory: 10, files: 3, items: 20 });
});
afterEach(() => {
  const { memory, files, items } = found.cache;
  sharp.concurrency(found.threads);
  sharp.cache({ memory: memory.max, files: files.max, items: items.max });
});

const most = { memory: { max: 0 }, files: { max: 0 }, items: { max: 0 } };

test('sharp has one thread and no cache while the workers are the threads', async () => {
  await using _pool = await createImagePool({ workers: 0 });
  expect(sharp.concurrency()).toBe(1);
  expect(sharp.cache()).toMatchObject(most);
});

test.each([
  [{ workers: -1 }, 'workers must be a whole number from 0 to 64; received -1'],
  [{ workers: 65 }, 'workers must be a whole number from 0 to 64; received 65'],
  [{ workers: 0.5 }, 'workers must be a whole number from 0 to 64; received 0.5'],
  [
    { workers: 0, timeLimitMs: 0 },
    'timeLimitMs must be a number of milliseconds from 1 to 2147483647; received 0',
  ],
  [
    { workers: 0, timeLimitMs: Number.NaN },
    'timeLimitMs must be a number of milliseconds from 1 to 2147483647; received NaN',
  ],
  [{ workers: 0, pixelLimit: 0 }, 'pixelLimit must be'],
])('%j is refused, and sharp is not changed', async (options, message) => {
  const error = await createImagePool(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SproutError);
  expect(error).toMatchObject({ code: 'option-invalid' });
  expect(error).toHaveProperty('message', expect.stringContaining(message));
  expect(sharp.concurrency()).toBe(2);
  expect(sharp.cache()).toMatchObject({ files: { max: 3 }, items: { max: 20 } });
});

test.each([1, 1.5, 2 ** 31 - 1])('a time limit of %d ms is allowed', async (timeLimitMs) => {
  await using pool = await createImagePool({ workers: 0, timeLimitMs });
  using lent = await pool.prepare([], []);
  expect(lent.bad).toEqual([]);
});

test('a pool without workers does its work on the thread of the caller', async () => {
  await using pool = await createImagePool({ workers: 0 });
  const missing = { id: 'class/no.png', path: '/nowhere/no.png', label: 0 };
  using lent = await pool.prepare([missing], [{ op: 'resize', height: 1, width: 2 }]);
  expect([...lent.images]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(lent.bad).toMatchObject([{ position: 0, error: { code: 'image-unreadable' } }]);
});

test.each([0, 1])(
  'with %d workers an image of more pixels than the limit is bad',
  async (workers) => {
    const path = fileURLToPath(new URL('../../fixtures/codec/rgb8.png', import.meta.url));
    const sample = { id: 'class/a.png', path, label: 0 };
    const error = { code: 'image-too-large', context: { limit: 390 } };
    for (const [pixelLimit, bad] of [
      [390, [{ position: 0, error }]],
      [391, []],
    ] as const) {
      await using pool = await createImagePool({ workers, pixelLimit });
      using lent = await pool.prepare([sample], [{ op: 'resize', height: 1, width: 2 }]);
      expect(lent.bad).toMatchObject(bad);
    }
  },
);
