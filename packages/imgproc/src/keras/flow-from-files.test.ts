import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numpyRandom } from '@sprout/core';
import { expect, test } from 'vitest';
import { photos } from '../../fixtures/keras-batches.ts';
import { imageDataGenerator } from './image-data-generator.ts';

const still = { targetSize: [2, 3], batchSize: 2, shuffle: false } as const;

test('with channels first a batch holds planes', async () => {
  const last = await (await imageDataGenerator().flowFromDirectory(photos, still)).next();
  const generator = imageDataGenerator({ dataFormat: 'channels-first' });
  const first = await (await generator.flowFromDirectory(photos, still)).next();
  const expected = [0, 1, 2].flatMap((channel) =>
    [...last.x.data.subarray(0, 18)].filter((_, at) => at % 3 === channel),
  );
  expect([...first.x.data.subarray(0, 18)]).toEqual(expected);
});

test('paths in a table may be absolute, and values of a column are texts, numbers or lists', async () => {
  const table = [{ filename: join(photos, 'b/one.png'), class: ['y', 'x'], weight: 2 }];
  const flow = await imageDataGenerator().flowFromDataframe(table, {
    directory: 'elsewhere',
    weightCol: 'weight',
  });
  expect(flow).toMatchObject({ samples: 1, classIndices: { x: 0, y: 1 } });
  const { y, sampleWeight, x } = await flow.next();
  expect({ y, sampleWeight }).toEqual({ y: Float32Array.of(1, 1), sampleWeight: [2] });
  expect(x).toMatchObject({ count: 1, height: 256, width: 256, channels: 3 });
});

test('saves the images of files under their places and the numbers that NumPy draws after the transforms', async () => {
  const saveToDir = await mkdtemp(join(tmpdir(), 'keras-'));
  const random = numpyRandom(0);
  const generator = imageDataGenerator({ randomness: 'numpy' }, random);
  const flow = await generator.flowFromDirectory(photos, { ...still, seed: 3, saveToDir });
  await flow.next();
  const same = numpyRandom(3);
  for (let flip = 0; flip < 2 * still.batchSize; flip++) same.random();
  const names = [0, 1].map((index) => `_${index}_${same.integer(10_000_000)}.png`);
  expect((await readdir(saveToDir)).toSorted()).toEqual(names);
  expect(random.random()).toBe(same.random());
  await rm(saveToDir, { recursive: true });
});
