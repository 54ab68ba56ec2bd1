import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sample } from '@sprout/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodePng } from '../codec/encode-png.ts';
import { ImagePool } from './image-pool.ts';
import { WorkerRunner } from './worker-runner.ts';

const entry = fileURLToPath(new URL('../../test/faulty-worker.ts', import.meta.url));
const recipe = [{ op: 'resize', height: 4, width: 4, resampler: 'pil-nearest' }];

/** The values of an image of 4 x 4 pixels. */
const ramp = Array.from({ length: 48 }, (_, at) => at);

let folder = '';
let pool: ImagePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-faulty-'));
  const image = { height: 4, width: 4, channels: 3, data: new Uint8Array(48).fill(200) };
  for (const name of ['a', 'b', 'c', 'crash', 'hang']) {
    await writeFile(join(folder, name), await encodePng(image));
  }
  const data = Uint8Array.from(ramp);
  for (const name of ['ramp-a', 'ramp-b', 'ramp-c', 'crash-ramp']) {
    await writeFile(join(folder, name), await encodePng({ ...image, data }));
  }
  const runner = await WorkerRunner.start({ workers: 2, timeLimitMs: 400, entry });
  pool = new ImagePool({ runner, workers: 2 });
}, 60_000);

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
}, 60_000);

function samples(...names: string[]): Sample[] {
  return names.map((name) => ({ id: name, path: join(folder, name), label: 0 }));
}

test.each([
  ['kills its worker', 'crash', 'exited with code: 7'],
  ['hangs', 'hang', 'took more than 0.4 s'],
])(
  'a file that %s is bad after a second try; the other files of its task are not',
  async (_, name, reason) => {
    using lent = await pool.prepare(samples('a', name, 'b', 'c', 'a'), recipe);
    expect(lent.bad).toEqual([
      {
        position: 1,
        id: name,
        error: {
          code: 'worker-lost',
          context: { task: join(folder, name), reason: expect.stringContaining(reason) },
        },
      },
    ]);
    const expected = Uint8Array.from({ length: 240 }, (_value, at) =>
      at >= 48 && at < 96 ? 0 : 200,
    );
    expect(Uint8Array.from(lent.images)).toEqual(expected);
  },
  60_000,
);

describe('images that were augmented before their worker was lost are not augmented twice', () => {
  const names = ['a', 'b', 'c', 'a', 'b', 'crash', 'c', 'a']; // two in a task
  const options = { augment: [{ op: 'flip-horizontal', probability: 1 }], seed: 0, epoch: 0 };
  const flipped = ramp.map((at) => at + 3 * (3 - 2 * (Math.floor(at / 3) % 4)));
  const black = ramp.map(() => 0);
  const expected = names.flatMap((name) => (name === 'crash' ? black : flipped));

  test('from prepared images', async () => {
    const images = Uint8Array.from(names.flatMap(() => ramp));
    using lent = await pool.augment(
      { images, height: 4, width: 4, channels: 3, bad: [], [Symbol.dispose]: () => undefined },
      samples(...names),
      options,
    );
    expect(lent.bad.map(({ position }) => position)).toEqual([5]);
    expect([...lent.images]).toEqual(expected);
  }, 60_000);

  test('from files', async () => {
    const files = names.map((name) => (name === 'crash' ? 'crash-ramp' : `ramp-${name}`));
    using lent = await pool.render(samples(...files), { recipe, ...options });
    expect(lent.bad.map(({ position }) => position)).toEqual([5]);
    expect([...lent.images]).toEqual(expected);
  }, 60_000);
});

test('the pool remains usable after every worker was lost', async () => {
  using lost = await pool.prepare(samples('crash', 'crash'), recipe);
  expect(lost.bad).toHaveLength(2);
  using lent = await pool.prepare(samples('a', 'b', 'c'), recipe);
  expect(lent.bad).toEqual([]);
}, 60_000);
