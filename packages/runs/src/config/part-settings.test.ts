import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { commandOf } from './command-of.ts';
import { partSettings } from './part-settings.ts';
import { resolveTrain } from './resolve-train.ts';

let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let at: (...names: string[]) => string;

beforeAll(async () => {
  scratch = await temporaryFolder();
  at = (...names) => join(scratch.path, ...names);
  await mkdir(at('spring', 'photos'), { recursive: true });
  await mkdir(at('autumn'));
  await writeFile(at('file'), '');
});
afterAll(() => scratch[Symbol.asyncDispose]());

test('two folders are the parts of their nearest common folder', async () => {
  const expected = [
    { path: ['data', 'folder'], value: scratch.path },
    { path: ['data', 'parts'], value: { training: 'spring/photos', validation: 'autumn' } },
  ];
  const validation = at('autumn');
  expect(await partSettings({ train: at('spring', 'photos'), validation })).toEqual(expected);
  expect(await partSettings({ folder: at('spring', 'photos'), validation })).toEqual(expected);
});

test('a number is no folder', async () => {
  expect(await partSettings({ folder: at('spring'), validation: 0.2 })).toEqual([]);
  expect(await partSettings({ folder: at('spring') })).toEqual([]);
});

test.each([
  [{ train: 'spring' }, 'train must be used with the folder of the validation images'],
  [{ validation: 'autumn' }, 'validation must be used with the folder of the training images'],
  [{ train: 'spring', folder: 'spring', validation: 'autumn' }, 'train must be left out where'],
  [
    { train: 'spring', validation: 'winter' },
    /validation must be a number of images a class, .*or a folder/,
  ],
  [{ train: 'winter', validation: 'autumn' }, /train must be a folder .*winter/],
  [{ train: 'spring', validation: 'file' }, /validation must be a number/],
  [{ train: 'spring', validation: 'spring/photos' }, /validation must be outside of /],
  [{ train: 'spring/photos', validation: 'spring' }, /validation must be outside of /],
  [{ train: 'spring', validation: 'autumn', groupBy: 'a' }, 'groupBy must be left out'],
])('%j: %s', async (options, message) => {
  const inside = Object.entries(options).map(([name, value]) => [
    name,
    name === 'groupBy' ? value : at(value),
  ]);
  await expect(partSettings(Object.fromEntries(inside) as object)).rejects.toThrow(message);
});

test('a training has them in its configuration and in its command', async () => {
  const options = { train: at('spring', 'photos'), validation: at('autumn'), epochs: 3 };
  const { data } = await resolveTrain(options);
  expect(data).toMatchObject({
    folder: scratch.path,
    parts: { training: 'spring/photos', validation: 'autumn' },
  });
  const words = ['train', '--train', options.train, '--validation', options.validation];
  expect(await commandOf(options)).toEqual([...words, '--epochs', '3']);
});

test('parts beside a table of subsets or of tags are refused', async () => {
  const parts = { training: 'a', validation: 'b' };
  const config = { data: { folder: 'photos', parts } };
  await expect(resolveTrain({ config, split: 'split.csv' })).rejects.toThrow(
    'data.split must be left out where data.parts names folders',
  );
  await expect(resolveTrain({ config, tags: 'tags.csv' })).rejects.toThrow('data.tags must be');
});
