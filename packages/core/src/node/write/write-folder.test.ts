import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { writeAtomic } from './write-atomic.ts';
import { writeFolder } from './write-folder.ts';

let parent: string;
let out: string;

beforeEach(async () => {
  parent = await temporaryFolder();
  out = join(parent, 'out');
});

const FILES = ['a.bin', 'card', 'model'];

/** Writes three files, or fails before one of them. */
const write = (failAt?: string): Promise<void> =>
  writeFolder(out, {
    last: 'model',
    fill: async (temporary) => {
      for (const name of FILES) {
        if (name === failAt) throw new Error('no space');
        await writeAtomic(join(temporary, name), name);
      }
    },
  });

test('the folder appears whole, with nothing beside it', async () => {
  await write();
  expect((await readdir(out)).toSorted()).toEqual(FILES);
  expect(await readdir(parent)).toEqual(['out']);
});

test.each(FILES)('a failure before %s leaves nothing', async (name) => {
  await expect(write(name)).rejects.toThrow('no space');
  expect(await readdir(parent)).toEqual([]);
});

test('removes what a crashed call left beside or in the folder', async () => {
  await writeFiles(parent, [join(deadTemporary(), 'model')]);
  await write();
  await writeFiles(out, [join(deadTemporary(), 'model')]);
  await write();
  expect(await readdir(parent)).toEqual(['out']);
  expect((await readdir(out)).toSorted()).toEqual(FILES);
});

test('a call after a crash adds the files that are missing, and keeps other files', async () => {
  await write();
  await rm(join(out, 'model'));
  await rm(join(out, 'card'));
  await writeFiles(out, ['index.html']);
  await write();
  expect((await readdir(out)).toSorted()).toEqual(['a.bin', 'card', 'index.html', 'model']);
});

test('another file of the same name is refused before anything is written', async () => {
  await mkdir(out);
  await writeFile(join(out, 'model'), 'mine');
  await expect(write()).rejects.toMatchObject({
    code: 'file-exists',
    context: { file: join(out, 'model') },
  });
  expect(await readdir(out)).toEqual(['model']);
  expect(await readFile(join(out, 'model'), 'utf8')).toBe('mine');
});

test('a file in the place of the folder is refused', async () => {
  await writeFile(out, '');
  await expect(write()).rejects.toMatchObject({ code: 'file-exists', context: { file: out } });
});
