import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { idsOf, makeDataset } from '../../../test/make-dataset.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { splitByHash } from '../../split/split-by-hash.ts';
import { readSplit, splitText, writeSplit } from './split-file.ts';

const dataset = makeDataset({ a: ['1.png', '2.png'], b: ['3.png', '4.png'] });
const split = splitByHash(dataset, { perClass: 1 });

test('a split is read as it was written', async () => {
  const file = join(await temporaryFolder(), 'split.csv');
  await writeSplit(file, { dataset, split });
  expect(await readFile(file, 'utf8')).toBe(splitText({ dataset, split }));
  const { training, validation, unlisted } = await readSplit(file, dataset);
  expect([training, validation, unlisted].map(idsOf)).toEqual([
    idsOf(split.training),
    idsOf(split.validation),
    [],
  ]);
});

test('groups are a column of their own', () => {
  const text = splitText({ dataset, split, groups: (id) => `plant ${id[2]}` });
  expect(text).toMatch(/^path,class,subset,group\na\/\d.png,a,training,plant \d\n/);
});

test('a missing file is reported', async () => {
  const file = join(await temporaryFolder(), 'split.csv');
  await expect(readSplit(file, dataset)).rejects.toMatchObject({ code: 'file-missing' });
});
