import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { sortFiles } from './sort-files.ts';

let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let out: string;

beforeEach(async () => {
  scratch = await temporaryFolder();
  out = join(scratch.path, 'out');
});
afterEach(() => scratch[Symbol.asyncDispose]());

/** A file whose text is its name with the folder. */
async function file(name: string): Promise<string> {
  const path = join(scratch.path, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, name);
  return path;
}

const sorted = async (): Promise<string[]> =>
  (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.png')).toSorted();

test('copies each file into the folder of its class; equal names are numbered', async () => {
  for (const _ of ['first', 'again']) {
    const sort = await sortFiles(out, { purpose: 'one', link: false, classes: [] });
    await sort(await file('x/a.png'), 'elm');
    await sort(await file('y/A.png'), 'elm');
    await sort(await file('y/a.png'), 'oak');
    expect(await sorted()).toEqual(['elm/A-2.png', 'elm/a.png', 'oak/a.png']);
    expect(await readFile(join(out, 'elm', 'A-2.png'), 'utf8')).toBe('y/A.png');
  }
});

test('links files to their absolute paths, again if need be', async () => {
  const path = await file('a.png');
  for (const _ of ['first', 'again']) {
    const sort = await sortFiles(out, { purpose: 'one', link: true, classes: [] });
    expect(await readlink(await sort(path, 'elm'))).toBe(path);
  }
});

test.each([
  ['../../elm', '_.._.._elm'],
  ['..', '___'],
  ['', '_'],
  ['a:b', 'a_b'],
])('the class %j has the folder %s', async (label, name) => {
  const sort = await sortFiles(out, { purpose: 'one', link: false, classes: [] });
  expect(await sort(await file('a.png'), label)).toBe(join(out, name, 'a.png'));
});

test('classes whose names differ only in case have folders of their own', async () => {
  const sort = await sortFiles(out, { purpose: 'one', link: false, classes: ['Elm', 'elm'] });
  const path = await file('a.png');
  expect(await sort(path, 'elm')).toBe(join(out, 'elm-2', 'a.png'));
  expect(await sort(path, 'Elm')).toBe(join(out, 'Elm', 'a.png'));
});

test('a folder with anything else is refused', async () => {
  await sortFiles(out, { purpose: 'one', link: false, classes: [] });
  await expect(sortFiles(out, { purpose: 'two', link: false, classes: [] })).rejects.toThrow(
    'holds files that were sorted by another model or with other options',
  );
});
