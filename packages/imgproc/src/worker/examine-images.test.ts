import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import { decode } from '../codec/decode.ts';
import { sniff } from '../codec/sniff.ts';
import { examine } from '../facts/examine.ts';
import { CANCELLED, createControl, type ExamineTask, STARTED } from '../task/task.ts';
import { examineImages } from './examine-images.ts';
import { Thread } from './thread.ts';

const thread = new Thread({ recipeOps: [], augmentationOps: [] });

let data: PngSamples;

beforeAll(async () => {
  data = await pngSamples(3, { height: 6, width: 7 });
});
afterAll(() => data[Symbol.asyncDispose]());

function newTask(...paths: string[]): ExamineTask {
  const images = paths.map((path, position) => ({ id: path, path, position }));
  return { kind: 'examine', images, control: createControl() };
}

test('images are examined in their order', async () => {
  const paths = data.samples.map(({ path }) => path);
  const task = newTask(...paths);
  const expected = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const facts = examine({ bytes, header: sniff(bytes)! }, await decode(bytes, path));
      return { kind: 'examined', facts };
    }),
  );
  expect(new Set(expected.map(({ facts }) => facts.fileHash)).size).toBe(3);
  expect(await examineImages(task, thread)).toEqual(expected);
  expect(task.control[STARTED]).toBe(3);
});

test('a file that cannot be read or decoded is bad, and the others are not', async () => {
  const { path } = data.samples[0]!;
  const [missing, empty, cut] = ['missing', 'empty', 'cut'].map((name) => `${data.folder}/${name}`);
  await writeFile(empty!, '');
  await writeFile(cut!, (await readFile(path)).subarray(0, 50));
  expect(await examineImages(newTask(missing!, path, empty!, cut!, path), thread)).toMatchObject([
    { kind: 'bad', error: { code: 'image-unreadable', context: { file: missing } } },
    { kind: 'examined', facts: { height: 6, width: 7 } },
    {
      kind: 'bad',
      error: { code: 'image-undecodable', context: { file: empty, reason: 'the file is empty' } },
    },
    { kind: 'bad', error: { code: 'image-undecodable', context: { file: cut } } },
    { kind: 'examined', facts: { height: 6, width: 7 } },
  ]);
});

test('a cancelled task starts no image', async () => {
  const task = newTask(data.samples[0]!.path);
  task.control[CANCELLED] = 1;
  expect(await examineImages(task, thread)).toBeUndefined();
  expect(task.control[STARTED]).toBe(0);
});

test('a task without images has no outcomes', async () => {
  expect(await examineImages(newTask(), thread)).toEqual([]);
});
