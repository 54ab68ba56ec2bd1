import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readFolderAtomic, writeFolderAtomic } from './folder-atomic.ts';

const OLD = new Map([
  ['weights.bin', 'old weights'],
  ['state.json', '{"epoch":1}'],
]);
const NEW = new Map([['weights.bin', 'new weights']]);

async function textsOf(folder: string): Promise<Map<string, string>> {
  return new Map(
    [...(await readFolderAtomic(folder))].map(([name, data]) => [name, data.toString()]),
  );
}

test('reads what was written, and only that once it is replaced', async () => {
  const parent = await temporaryFolder();
  const last = join(parent, 'last');
  await writeFolderAtomic(last, OLD);
  expect(await textsOf(last)).toEqual(OLD);
  await writeFolderAtomic(last, NEW);
  expect(await textsOf(last)).toEqual(NEW);
  expect(await readdir(parent)).toEqual(['last']);
});

test('reads the old folder or the new one after a crash at any step', async () => {
  const parent = await temporaryFolder();
  const last = join(parent, 'last');
  await writeFolderAtomic(last, OLD);
  // the states that the steps of writing pass through
  await mkdir(join(parent, '.sprout-00000000-1-00000000-0.tmp'));
  await writeFile(join(parent, '.sprout-00000000-1-00000000-0.tmp', 'weights.bin'), 'new');
  expect(await textsOf(last)).toEqual(OLD);
  await rename(last, join(parent, '.last.old'));
  expect(await textsOf(last)).toEqual(OLD);
  await cp(join(parent, '.last.old'), last, { recursive: true });
  expect(await textsOf(last)).toEqual(OLD);
  await rm(last, { recursive: true });
  await writeFolderAtomic(last, NEW);
  expect(await textsOf(last)).toEqual(NEW);
  expect((await readdir(parent)).filter((name) => !name.endsWith('.tmp'))).toEqual(['last']);
});

test('has a whole folder in reach at every moment of writing', async () => {
  const parent = await temporaryFolder();
  const last = join(parent, 'last');
  const manifests = [join(last, 'manifest.json'), join(parent, '.last.old', 'manifest.json')];
  await writeFolderAtomic(last, OLD);
  const done = new AbortController();
  const looks: boolean[] = [];
  const watching = (async () => {
    while (!done.signal.aborted) {
      // once more, since the folder may be moved between two looks
      looks.push([...manifests, ...manifests].some((file) => existsSync(file)));
      await setImmediate();
    }
  })();
  for (let round = 0; round < 20; round++) await writeFolderAtomic(last, NEW);
  done.abort();
  await watching;
  expect(looks.length).toBeGreaterThan(20);
  expect(looks).not.toContain(false);
});

test('keeps the old folder when the new one cannot be written', async () => {
  const parent = await temporaryFolder();
  const last = join(parent, 'last');
  await writeFolderAtomic(last, OLD);
  const files = new Map([['no/such/folder', 'x']]);
  await expect(writeFolderAtomic(last, files)).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(await textsOf(last)).toEqual(OLD);
  expect(await readdir(parent)).toEqual(['last']);
});

test('tells a missing folder from a damaged one', async () => {
  const last = join(await temporaryFolder(), 'last');
  await expect(readFolderAtomic(last)).rejects.toMatchObject({ code: 'file-missing' });
  await writeFolderAtomic(last, OLD);
  await writeFile(join(last, 'weights.bin'), 'old weightz');
  await expect(readFolderAtomic(last)).rejects.toThrow(
    'its SHA-256 is not the one in manifest.json',
  );
  await rm(join(last, 'weights.bin'));
  await expect(readFolderAtomic(last)).rejects.toMatchObject({ code: 'file-invalid' });
});

test.each([
  '{}',
  'no JSON',
  '[{"name":"../x","sha256":"0"}]',
  '[{"name":"..","sha256":"0"}]',
  '[1]',
])('refuses the manifest %s', async (text) => {
  const last = join(await temporaryFolder(), 'last');
  await writeFolderAtomic(last, OLD);
  await writeFile(join(last, 'manifest.json'), text);
  await expect(readFolderAtomic(last)).rejects.toThrow('not a list of names and hashes');
});
