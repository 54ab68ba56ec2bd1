import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawSeedling } from './draw-seedling.ts';
import { planSample } from './plan-sample.ts';
import { writeSample } from './write-sample.ts';

const options = { classes: 2, images: 3, size: 16 };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-sample-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('each planned picture is written without loss', async () => {
  const seen: number[] = [];
  const onProgress = (done: number, total: number): void => void seen.push(done / total);
  expect(await writeSample(join(folder, 'new'), { ...options, onProgress })).toBe(6);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => done / 6));
  for (const plan of planSample(options)) {
    const file = sharp(join(folder, 'new', plan.id));
    expect(new Uint8Array(await file.raw().toBuffer())).toEqual(drawSeedling(plan).data);
  }
});

test('a second call writes only missing images', async () => {
  await writeSample(folder, options);
  const first = join(folder, 'Maize/0001.png');
  const second = join(folder, 'Maize/0002.png');
  const bytes = await readFile(first);
  const { mtimeMs } = await stat(second);
  await rm(first);
  await writeSample(folder, options);
  expect(await readFile(first)).toEqual(bytes);
  expect((await stat(second)).mtimeMs).toBe(mtimeMs);
});

test('a folder with another data set or with other files is refused and not changed', async () => {
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await expect(writeSample(folder, options)).rejects.toMatchObject({ code: 'folder-occupied' });
  expect(await readdir(folder)).toEqual(['notes.txt']);
  const other = join(folder, 'sample');
  await writeSample(other, options);
  await expect(writeSample(other, { ...options, seed: 1 })).rejects.toThrow('another sample');
});

test('an abort stops between pictures', async () => {
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(new Error('enough'));
  await expect(
    writeSample(folder, { ...options, onProgress, signal: controller.signal }),
  ).rejects.toThrow('enough');
});

test.each([
  ['multi-label', 'tags.csv', /^path,tags\nimages\/0001\.png,\w+/, { classes: 5, images: 2 }],
  ['grouped', 'groups.csv', /^path,group\ndriving\/driver-1-0001\.png,driver-1\n/, options],
] as const)('the kind %s has the table %s', async (kind, table, text, small) => {
  const count = await writeSample(folder, { ...small, kind, size: 16 });
  const rows = (await readFile(join(folder, table), 'utf8')).trim().split('\n').slice(1);
  expect(await readFile(join(folder, table), 'utf8')).toMatch(text);
  expect(rows).toHaveLength(count);
  for (const row of rows) await stat(join(folder, row.split(',')[0]!));
});

test('seedlings are recorded as before there were kinds', async () => {
  await writeSample(folder, options);
  expect(await readFile(join(folder, '.sprout-sample.json'), 'utf8')).toBe(
    '{"classes":2,"drawing":2,"images":3,"seed":0,"size":16}',
  );
});
