import { expect, test } from 'vitest';
import {
  decodeEntry,
  encodeEntry,
  encodeHeader,
  ENTRY_BYTES,
  HEADER_BYTES,
  nameHash,
} from './record-index.ts';

const format = { key: 'recipe', height: 2, width: 3, channels: 3 };
const entry = {
  name: nameHash('/a.png'),
  bytes: 2n ** 40n,
  modified: -5n,
  changed: 7n,
  inode: 2n ** 64n - 1n,
  checksum: 2 ** 32 - 1,
};

const indexOf = (...entries: Buffer[]) => Buffer.concat([encodeHeader(format), ...entries]);

test('the header depends on every field of the format, but not on their order', () => {
  expect(encodeHeader(format).length).toBe(HEADER_BYTES);
  const { key, height, width, channels } = format;
  expect(encodeHeader({ channels, width, height, key })).toEqual(encodeHeader(format));
  for (const change of [{ key: 'x' }, { height: 3 }, { width: 2 }, { channels: 1 }])
    expect(encodeHeader({ ...format, ...change })).not.toEqual(encodeHeader(format));
});

test('an entry is decoded by its slot as it was encoded', () => {
  const other = { ...entry, name: nameHash('/b.png') };
  const index = indexOf(encodeEntry(entry), encodeEntry(other));
  expect(decodeEntry(index, 0)).toEqual(entry);
  expect(decodeEntry(index, 1)).toEqual(other);
});

test('a damaged or truncated entry is not decoded', () => {
  const index = indexOf(encodeEntry(entry));
  for (let at = HEADER_BYTES; at < index.length; at++) {
    const damaged = Buffer.from(index);
    damaged[at]! ^= 1;
    expect(decodeEntry(damaged, 0)).toBeUndefined();
  }
  expect(decodeEntry(index.subarray(0, HEADER_BYTES + ENTRY_BYTES - 1), 0)).toBeUndefined();
  expect(decodeEntry(index, 1)).toBeUndefined();
});

test('a name is 128 bits of the SHA-256 of the path', () => {
  expect(nameHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb924');
});
