import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeZip } from '../../../../../tools/make-zip.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { listImages } from './list-images.ts';
import { scanFolder } from './scan-folder.ts';

let file: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  file = join(folder, 'Garden.TM');
  vi.stubEnv('SPROUT_CACHE', join(folder, 'cache'));
});
afterEach(() => vi.unstubAllEnvs());

async function project(...names: readonly string[]): Promise<void> {
  await writeFile(file, makeZip(names.map((name) => ({ name, bytes: Buffer.from(name) }))));
}

test('a project is a data set: the class map has the names of the classes, ids have the folders', async () => {
  await project('Wheat?-!-10.jpg', 'Wheat?-!-2.jpg', 'Oak-!-0.jpg', 'note.txt');
  const { folder, classes, samples, skipped, warnings } = await scanFolder(file);
  expect(folder).toBe(file);
  expect(classes).toEqual(['Oak', 'Wheat?']);
  expect(Array.from(samples, ({ id, label }) => [id, label])).toEqual([
    ['Oak/0.jpg', 0],
    ['Wheat_/10.jpg', 1],
    ['Wheat_/2.jpg', 1],
  ]);
  expect(samples.at(1).path.endsWith(join('Garden.TM', 'Wheat_', '10.jpg'))).toBe(true);
  expect(skipped.map(({ path }) => path)).toEqual(['note.txt']);
  expect(warnings).toEqual([]);
});

test('labels follow a given class map, and another class is an error', async () => {
  await project('b-!-0.jpg');
  const { samples } = await scanFolder(file, { classes: ['x', 'b'] });
  expect(samples.labelAt(0)).toBe(1);
  await expect(scanFolder(file, { classes: ['x', 'y'] })).rejects.toMatchObject({
    code: 'classes-unknown',
    context: { source: file, names: ['b'] },
  });
  await expect(scanFolder(file)).rejects.toMatchObject({ code: 'folder-without-classes' });
});

test('the images of a project are listed with ids below its path', async () => {
  await project('b-!-0.jpg', 'a-!-0.jpg');
  const { images, skipped } = await listImages([file]);
  expect(Array.from(images, ({ id }) => id)).toEqual([
    join(file, 'a/0.jpg'),
    join(file, 'b/0.jpg'),
  ]);
  expect(images.at(0).path).toContain('cache');
  expect(skipped).toEqual([]);
  await writeFile(file, 'PK');
  expect((await listImages([file])).skipped).toEqual([
    { path: file, reason: 'it is a zip archive without a directory', unreachable: true },
  ]);
});
