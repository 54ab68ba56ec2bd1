import { readRunRecord } from '@sprout/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluate, inspect, predict, prepare, preview, train } from '../index.ts';
import { openModel, type OpenedModel } from '../model/open-model.ts';

const TOO_LARGE = 'is 8 x 8 pixels; at most 63 pixels are read; pixelLimit (--pixel-limit)';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let run: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE, BLUE], red: [RED, RED] });
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const training = (name: string, pixelLimit?: number) => ({
  folder: photos,
  model: 'logistic' as const,
  size: { height: 4, width: 4 },
  epochs: 1,
  validation: 1,
  engine: 'cpu' as const,
  workers: 0,
  runs: join(folder.path, 'runs'),
  name,
  pixelLimit,
});

async function collected<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

type Limited = (pixelLimit: number | undefined) => Promise<unknown>;

test.each<[string, Limited]>([
  [
    'prepare',
    (pixelLimit) =>
      prepare({
        folder: photos,
        out: join(folder.path, `out-${pixelLimit}`),
        workers: 0,
        pixelLimit,
      }),
  ],
  [
    'preview',
    (pixelLimit) =>
      preview({
        folder: photos,
        out: join(folder.path, 'sheet.svg'),
        rows: 1,
        workers: 0,
        pixelLimit,
      }),
  ],
  ['train', (pixelLimit) => train(training(`limit-${pixelLimit}`, pixelLimit))],
  [
    'evaluate',
    (pixelLimit) => evaluate({ run, folder: photos, engine: 'cpu', workers: 0, pixelLimit }),
  ],
  [
    'predict',
    (pixelLimit) =>
      collected(predict({ run, paths: photos, engine: 'cpu', workers: 0, pixelLimit })),
  ],
])(
  '%s refuses images with more pixels than the limit, which the message names',
  async (_, work) => {
    await expect(work(63)).rejects.toThrow(TOO_LARGE);
    await expect(work(64)).resolves.toBeDefined();
  },
);

test('inspect lists images with more pixels than the limit as bad', async () => {
  const { bad, images } = await inspect({ folder: photos, workers: 0, pixelLimit: 63 });
  expect(images).toBe(0);
  expect(bad[0]!.reason).toContain(TOO_LARGE);
  expect((await inspect({ folder: photos, workers: 0, pixelLimit: 64 })).bad).toEqual([]);
});

test('a run records the limit if it was given', async () => {
  const given = await train(training('given', 64));
  const { config } = await readRunRecord(join(given.run, 'run.json'));
  expect(config).toMatchObject({ data: { pixelLimit: 64 } });
  const without = await train(training('without'));
  expect(await readFile(join(without.run, 'run.json'), 'utf8')).not.toContain('pixelLimit');
});
