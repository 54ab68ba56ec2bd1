import { closeSync, openSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { nameHash, type RecordEntry } from './record-index.ts';
import { RECORD_FILES, RecordStore } from './record-store.ts';

const format = { key: 'recipe', height: 1, width: 2, channels: 2 };

const entryOf = (path: string): RecordEntry => ({
  name: nameHash(path),
  bytes: 1n,
  modified: 2n,
  changed: 3n,
  inode: 4n,
  checksum: 3,
});

function readSlot(store: RecordStore, slot: number): number[] | undefined {
  const target = new Uint8Array(6);
  return store.read(slot, target, 1) ? [...target] : undefined;
}

test('records are found after the store was opened again', async () => {
  const folder = await temporaryFolder();
  {
    using store = new RecordStore(folder, format);
    expect(store.recordBytes).toBe(4);
    expect(store.write(Uint8Array.of(1, 2, 3, 4), entryOf('a'))).toBe(0);
    expect(store.write(Uint8Array.of(5, 6, 7, 8), entryOf('b'))).toBe(1);
  }
  using store = new RecordStore(folder, format);
  expect(store.find(nameHash('b'))).toEqual({ slot: 1, entry: entryOf('b') });
  expect(store.find(nameHash('c'))).toBeUndefined();
  expect(readSlot(store, 1)).toEqual([0, 5, 6, 7, 8, 0]);
  expect(readSlot(store, 2)).toBeUndefined();
});

test('a source that is written again keeps its slot', async () => {
  using store = new RecordStore(await temporaryFolder(), format);
  store.write(Uint8Array.of(1, 2, 3, 4), entryOf('a'));
  expect(store.write(Uint8Array.of(9, 9, 9, 9), { ...entryOf('a'), bytes: 7n })).toBe(0);
  expect(readSlot(store, 0)).toEqual([0, 9, 9, 9, 9, 0]);
  expect(store.find(nameHash('a'))?.entry.bytes).toBe(7n);
});

test('the slot of a damaged entry is used for another record', async () => {
  const folder = await temporaryFolder();
  {
    using store = new RecordStore(folder, format);
    store.write(Uint8Array.of(1, 2, 3, 4), entryOf('a'));
    store.write(Uint8Array.of(5, 6, 7, 8), entryOf('b'));
  }
  const file = join(folder, RECORD_FILES.index);
  const index = await readFile(file);
  index[70]! ^= 1; // in the first entry
  await writeFile(file, index);
  using store = new RecordStore(folder, format);
  expect(store.find(nameHash('a'))).toBeUndefined();
  expect(store.write(Uint8Array.of(0, 0, 0, 0), entryOf('c'))).toBe(0);
  expect(store.write(Uint8Array.of(0, 0, 0, 0), entryOf('d'))).toBe(2);
});

test('a slot whose entry was written in part is free', async () => {
  const folder = await temporaryFolder();
  new RecordStore(folder, format)[Symbol.dispose]();
  await appendFile(join(folder, RECORD_FILES.index), new Uint8Array(39));
  using store = new RecordStore(folder, format);
  expect(store.write(Uint8Array.of(1, 2, 3, 4), entryOf('a'))).toBe(0);
});

test('files of another format are emptied', async () => {
  const folder = await temporaryFolder();
  {
    using store = new RecordStore(folder, format);
    store.write(Uint8Array.of(1, 2, 3, 4), entryOf('a'));
  }
  using store = new RecordStore(folder, { ...format, key: 'another recipe' });
  expect(store.find(nameHash('a'))).toBeUndefined();
  expect((await readFile(join(folder, RECORD_FILES.data))).length).toBe(0);
});

test('a store that is closed twice closes no file of another owner', async () => {
  const folder = await temporaryFolder();
  const store = new RecordStore(folder, format);
  store[Symbol.dispose]();
  const files = [openSync(folder, 'r'), openSync(folder, 'r')]; // they get the numbers of the store's files
  store[Symbol.dispose]();
  for (const file of files) expect(() => closeSync(file)).not.toThrow();
});
