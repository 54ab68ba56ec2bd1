import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskState, powerFailures } from '../../../test/disk-log.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeContents } from '../../../test/write-files.ts';
import { changedFiles } from './changed-files.ts';
import { readSeals, sha256 } from './seals.ts';
import { settleSeals, writeSealed } from './write-sealed.ts';

test('the seals accept the new and the old content, and after settling only the new one', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.csv');
  await writeSealed(file, 'old');
  await writeSealed(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await readSeals(folder)).toEqual(new Map([['a.csv', [sha256('new'), sha256('old')]]]));
  await settleSeals(folder);
  expect(await readSeals(folder)).toEqual(new Map([['a.csv', [sha256('new')]]]));
  expect((await readdir(folder)).toSorted()).toEqual(['a.csv', 'seals.json']);
});

test('a file that was changed gets the seal of its new content only', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.csv');
  await writeSealed(file, 'old');
  await writeFile(file, 'edited');
  await writeSealed(file, 'new');
  expect(await readSeals(folder)).toEqual(new Map([['a.csv', [sha256('new')]]]));
});

test('a file of an older version, without a seal, gets one when it is replaced', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.csv');
  await writeFile(file, 'unsealed');
  await writeSealed(file, 'new');
  expect((await readSeals(folder)).get('a.csv')).toEqual([sha256('new'), sha256('unsealed')]);
});

test('seals that were changed are not replaced', async () => {
  const folder = await temporaryFolder();
  await writeSealed(join(folder, 'a.csv'), 'old');
  await writeFile(join(folder, 'seals.json'), '{"files":{}}');
  await expect(writeSealed(join(folder, 'a.csv'), 'new')).rejects.toMatchObject({
    code: 'file-invalid',
  });
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('old');
});

/** The writes of a run that is trained, evaluated, and goes on. */
async function writeRun(folder: string): Promise<void> {
  const write = (name: string, text: string) => writeSealed(join(folder, name), text);
  await write('run.json', 'running');
  await write('metrics.csv', 'epoch\n1\n');
  await write('metrics.csv', 'epoch\n1\n2\n');
  await write('evaluation.json', '{}');
  await write('run.json', 'completed');
  await settleSeals(folder);
  await write('run.json', 'running');
  await rm(join(folder, 'evaluation.json'), { force: true });
  await write('metrics.csv', 'epoch\n1\n2\n3\n');
  await write('evaluation.json', '{"samples":1}');
  await write('run.json', 'completed');
  await settleSeals(folder);
}

test('wherever a power failure ends the writes, no file looks changed, and they can be repeated', async () => {
  const root = await temporaryFolder();
  const folder = join(root, 'run');
  await mkdir(folder);
  const states = await powerFailures(root, () => writeRun(folder));
  expect(states.length).toBeGreaterThan(20);
  for (const state of states) {
    await rm(root, { recursive: true });
    await mkdir(folder, { recursive: true });
    await writeContents(state);
    expect(await changedFiles(folder), JSON.stringify([...state])).toEqual([]);
    await writeRun(folder);
    expect(await changedFiles(folder)).toEqual([]);
    expect([...diskState(root).values()]).toContain('epoch\n1\n2\n3\n');
  }
});
