import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { recordText } from '../labels/label-record.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { labelSections } from './label-sections.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let read: ReadRun;

beforeAll(async () => {
  folder = await temporaryFolder();
  read = await readRun(await writeFinishedRun(folder.path, { photos: '/photos' }));
});

afterAll(() => folder[Symbol.asyncDispose]());

const suspect = {
  path: 'red/1.png',
  label: 'red',
  suggested: 'blue',
  probability: 0.9,
  selfConfidence: 0.1,
  margin: -0.8,
};
const found = { images: 5, base: 'vgg16', agreement: 0.8, estimated: 1 };

test('a run without judged labels has no sections', async () => {
  expect(await labelSections(read, undefined)).toEqual({});
});

test('what was written into the folder of the run is read, the first suspects only', async () => {
  const suspects = Array.from({ length: 30 }, () => suspect);
  await mkdir(read.run.labels);
  await writeFile(join(read.run.labels, 'labels.json'), recordText({ ...found, suspects }));
  await writeFile(
    join(read.run.labels, 'map.csv'),
    'path,label,umap_x,umap_y,pca_x,pca_y\nred/1.png,red,1,2,3,4\ngone/1.png,gone,1,2,3,4\n',
  );
  const { labels, map } = await labelSections(read, undefined);
  expect(labels).toMatchObject({ ...found, suspects: 30 });
  expect(labels?.shown).toHaveLength(24);
  expect(map).toEqual({
    classes: ['blue', 'red'],
    points: [{ path: 'red/1.png', label: 1, x: 1, y: 2, subset: 'training' }],
    images: 2,
    base: 'vgg16',
  });
});

test('a record that was changed is an error', async () => {
  await writeFile(join(read.run.labels, 'labels.json'), '{"images": "many"}');
  await expect(labelSections(read, undefined)).rejects.toMatchObject({ code: 'file-invalid' });
});
