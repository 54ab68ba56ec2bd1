import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classFiles, classFolders, hasKerasExtension } from './class-files.ts';

let folder = '';
const every = { subset: undefined, validationSplit: 0, followLinks: false };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keras-'));
  for (const name of ['b/x', 'b-c', 'a', '.hidden'])
    await mkdir(join(folder, name), { recursive: true });
  for (const name of ['b/x/1.png', 'b/2.jpg', 'b/10.JPEG', 'b/foopng', 'b/3.webp', 'top.png'])
    await writeFile(join(folder, name), '');
  await symlink('../a', join(folder, 'b/linked'));
  await writeFile(join(folder, 'a/4.tif'), '');
});

afterAll(() => rm(folder, { recursive: true }));

test('all folders are classes, also hidden ones, in code-point order', async () => {
  expect(await classFolders(folder)).toEqual(['.hidden', 'a', 'b', 'b-c']);
});

test('files are listed folder after folder, by name, at any depth', async () => {
  const expected = ['b/10.JPEG', 'b/2.jpg', 'b/foopng', 'b/x/1.png'];
  expect(await classFiles(folder, 'b', every)).toEqual(expected);
});

test('links to folders are followed only where that is asked for', async () => {
  const files = await classFiles(folder, 'b', { ...every, followLinks: true });
  expect(files).toContain('b/linked/4.tif');
});

test('the first files are for validation', async () => {
  const half = { ...every, validationSplit: 0.6 };
  expect(await classFiles(folder, 'b', { ...half, subset: 'validation' })).toEqual([
    'b/10.JPEG',
    'b/2.jpg',
  ]);
  expect(await classFiles(folder, 'b', { ...half, subset: 'training' })).toEqual([
    'b/foopng',
    'b/x/1.png',
  ]);
});

test('a class without a folder has no files, and a missing folder is an error', async () => {
  expect(await classFiles(folder, 'none', every)).toEqual([]);
  await expect(classFolders(join(folder, 'none'))).rejects.toMatchObject({
    code: 'folder-unreadable',
  });
});

test('the end of a name decides', () => {
  expect(['a.PNG', 'apng', 'a.tiff', 'a.gif', 'a.webp', ''].map(hasKerasExtension)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
