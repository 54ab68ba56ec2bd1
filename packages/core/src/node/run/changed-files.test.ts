import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { changedFiles } from './changed-files.ts';
import { writeSealed } from './write-sealed.ts';

async function sealedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await writeSealed(join(folder, 'a.csv'), 'epoch\n1\n');
  await writeSealed(join(folder, 'b.json'), '{"accuracy":0.5}');
  return folder;
}

test('files as they were written, missing files and files without a seal are not changed', async () => {
  const folder = await sealedFolder();
  expect(await changedFiles(folder)).toEqual([]);
  await rm(join(folder, 'a.csv'));
  await writeFile(join(folder, 'c.csv'), 'mine');
  expect(await changedFiles(folder)).toEqual([]);
  expect(await changedFiles(join(folder, 'nowhere'))).toEqual([]);
});

test('any changed byte is found, also in the seals', async () => {
  const folder = await sealedFolder();
  for (const name of ['a.csv', 'b.json', 'seals.json']) {
    const file = join(folder, name);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      other[at]! ^= 1;
      await writeFile(file, other);
      expect(await changedFiles(folder), `${name} at ${at}`).toEqual([name]);
    }
    await writeFile(file, bytes);
  }
  expect(await changedFiles(folder)).toEqual([]);
});

test.each(['', '[]', 'null', '{"files":{"../a":["0"]},"seal":"0"}', '{"files":{"a.csv":5}}'])(
  'seals of another form are changed: %j',
  async (text) => {
    const folder = await sealedFolder();
    await writeFile(join(folder, 'seals.json'), text);
    expect(await changedFiles(folder)).toEqual(['seals.json']);
  },
);

test('a file without seals beside it is not changed', async () => {
  const folder = await sealedFolder();
  await rm(join(folder, 'seals.json'));
  await writeFile(join(folder, 'a.csv'), 'edited');
  expect(await changedFiles(folder)).toEqual([]);
});
