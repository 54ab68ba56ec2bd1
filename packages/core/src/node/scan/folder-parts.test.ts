import { realpath } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { folderParts } from './folder-parts.ts';

async function partsOf(...files: string[]) {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  const top = [...new Set(files.map((file) => file.split('/')[0]!))].toSorted();
  const rule = { root: await realpath(folder), followOutside: false };
  return folderParts(folder, top, rule);
}

test.each([
  ['train/a/1.png val/a/1.png', { training: 'train', validation: 'val' }],
  ['training/a/1.png validation/a/1.png', { training: 'training', validation: 'validation' }],
  ['TRAIN/a/1.png Valid/a/1.png', { training: 'TRAIN', validation: 'Valid' }],
  ['train/a/1.png test/a/1.png', { training: 'train', test: 'test' }],
  ['train/a/1.png test/1.png', { training: 'train', test: 'test' }],
  ['train/a/1.png val/a/1.png docs/a/b.txt', { training: 'train', validation: 'val' }],
])('%s is divided', async (files, parts) => {
  expect(await partsOf(...files.split(' '))).toEqual(parts);
});

test.each([
  'a/1.png b/1.png',
  'train/1.png car/1.png bus/1.png',
  'train/1.png test/1.png car/1.png',
  'train/a/1.png car/1.png',
  'val/a/1.png test/a/1.png',
  'train/a/1.png',
  'constructor/a/1.png toString/a/1.png',
])('%s is a folder of classes', async (files) => {
  expect(await partsOf(...files.split(' '))).toBeUndefined();
});

test.each([
  ['train/a/1.png val/a/1.png oak/1.png', 'train, val', 'train, val, oak'],
  ['train/a/1.png train/1.png val/a/1.png', 'train, val', 'train, val'],
  ['train/a/1.png val/1.png', 'train, val', 'train, val'],
  ['train/a/1.png training/a/1.png', 'train, training', 'train, training'],
  ['train/a/1.png val/a/1.png valid/a/1.png', 'train, val, valid', 'train, val, valid'],
])('%s can be read in two ways', async (files, parts, classes) => {
  await expect(partsOf(...files.split(' '))).rejects.toMatchObject({
    code: 'folder-ambiguous',
    context: { parts, classes },
  });
});
