import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sample } from '@sprout/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slowTiff } from '../../test/slow-tiff.ts';
import { encodePng } from '../codec/encode-png.ts';
import { decode } from '../codec/decode.ts';
import { ImagePool } from './image-pool.ts';
import { WorkerRunner } from './worker-runner.ts';

const entry = fileURLToPath(new URL('../../test/stuck-disk-worker.ts', import.meta.url));
const recipe = [{ op: 'resize', height: 4, width: 4, resampler: 'pil-nearest' }];

let folder = '';
let pool: ImagePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-time-'));
  const image = { height: 4, width: 4, channels: 3, data: new Uint8Array(48).fill(200) };
  for (const name of ['a', 'b', 'stuck']) {
    await writeFile(join(folder, name), await encodePng(image));
  }
  await writeFile(join(folder, 'slow'), await slowTiff(24));
  const runner = await WorkerRunner.start({ workers: 1, timeLimitMs: 400, entry });
  pool = new ImagePool({ runner, workers: 1 });
}, 60_000);

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
}, 60_000);

function samples(...names: string[]): Sample[] {
  return names.map((name) => ({ id: name, path: join(folder, name), label: 0 }));
}

test('the file that takes so long to decode is sound', async () => {
  const { height, width, data } = await decode(await slowTiff(2), 'slow');
  expect([height, width, data.length]).toEqual([512, 512, 512 * 512 * 3]);
});

test.each([
  ['the first', 0, ['stuck', 'a', 'b', 'a']],
  ['a later', 1, ['a', 'stuck', 'b', 'a']],
  ['the last', 3, ['a', 'b', 'a', 'stuck']],
  ['the first', 0, ['slow', 'a', 'b', 'a']],
  ['a later', 1, ['a', 'slow', 'b', 'a']],
])(
  'a file that is read or decoded for too long, as %s of a batch, is bad, and no other is (position %d of %j)',
  async (_, position, names) => {
    using lent = await pool.prepare(samples(...names), recipe);
    const reason = 'it took more than 0.4 s';
    expect(lent.bad).toMatchObject([
      { position, error: { code: 'worker-lost', context: { reason } } },
    ]);
    const pixels = names.flatMap((_name, at) => Array<number>(48).fill(at === position ? 0 : 200));
    expect([...lent.images]).toEqual(pixels);
  },
  60_000,
);

test('the same limit holds for the health check', async () => {
  const results: string[] = [];
  for await (const result of pool.examine(samples('stuck', 'a'))) {
    results.push('error' in result ? result.error.code : 'examined');
  }
  expect(results).toEqual(['worker-lost', 'examined']);
}, 60_000);

test('work that is cancelled while a file hangs ends', async () => {
  const controller = new AbortController();
  const reason = new Error('stopped');
  setTimeout(() => controller.abort(reason), 100);
  const prepared = pool.prepare(samples('stuck', 'a'), recipe, controller.signal);
  await expect(prepared).rejects.toBe(reason);
}, 60_000);
