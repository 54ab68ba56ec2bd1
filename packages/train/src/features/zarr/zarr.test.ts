import { describe, expect, test } from 'vitest';
import { type ArrayLayout, formatArray, parseArray } from './array-metadata.ts';
import { decodeChunk, encodeChunk } from './chunk-codec.ts';
import { crc32c, withChecksum, withoutChecksum } from './crc32c.ts';
import { decodeIndex, encodeShard, indexBytes } from './shard.ts';
import { zstdSize } from './zstd-size.ts';

test('crc32c has the values of RFC 3720', () => {
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe(0x46dd794e);
  expect(withoutChecksum(Uint8Array.of(1, 2, 3))).toBeUndefined();
});

describe('zstdSize', () => {
  const frame = (...rest: number[]) => Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...rest);
  test.each([
    ['one byte', frame(0x20, 7), 7],
    ['two bytes', frame(0x60, 1, 1), 513],
    ['four bytes, after a window', frame(0x80, 9, 0, 0, 1, 0), 65536],
    ['eight bytes, after a dictionary', frame(0xe1, 9, 5, 0, 0, 0, 1, 0, 0, 0), 2 ** 32 + 5],
    ['none', frame(0x00, 9, 1), undefined],
    ['a cut header', frame(0xa0, 1), undefined],
    ['another format', Uint8Array.of(1, 2, 3, 4, 0x20, 7), undefined],
  ])('reads %s', (_, bytes, size) => {
    expect(zstdSize(bytes)).toBe(size);
  });
});

describe('a chunk', () => {
  const bytes = new Uint8Array(1000).fill(3);

  test('is compressed, and comes back', async () => {
    const chunk = await encodeChunk(bytes);
    expect(chunk.length).toBeLessThan(50);
    expect(await decodeChunk(chunk, 1000)).toEqual(bytes);
  });

  test('of another size than expected is refused before it is expanded', async () => {
    const chunk = await encodeChunk(bytes);
    expect(await decodeChunk(chunk, 999)).toBe('a chunk states 1000 where 999 bytes are expected');
  });

  test('with a right checksum and a damaged frame is refused', async () => {
    const frame = (await encodeChunk(bytes)).slice(0, -4);
    frame[frame.length - 2] = frame.at(-2)! ^ 255;
    frame[8] = frame[8]! ^ 255;
    expect(await decodeChunk(withChecksum(frame), 1000)).toBe('a chunk cannot be expanded');
  });
});

describe('an index', () => {
  const index = (...numbers: bigint[]) =>
    withChecksum(new Uint8Array(BigUint64Array.from(numbers).buffer));

  test('has the places of the chunks, and none for missing ones', () => {
    const shard = encodeShard([Uint8Array.of(1, 2, 3), Uint8Array.of(4)], 3);
    const before = shard.length - indexBytes(3);
    expect(before).toBe(4);
    expect(decodeIndex(shard.subarray(before), { present: 2, before })).toEqual([
      { offset: 0, length: 3 },
      { offset: 3, length: 1 },
    ]);
    expect(decodeIndex(shard.subarray(before), { present: 3, before })).toContain('other chunks');
    expect(decodeIndex(shard.subarray(before), { present: 1, before })).toContain('other chunks');
  });

  test('may have the chunks in any order', () => {
    const places = decodeIndex(index(5n, 2n, 0n, 5n), { present: 2, before: 7 });
    expect(places).toEqual([
      { offset: 5, length: 2 },
      { offset: 0, length: 5 },
    ]);
  });

  test.each([
    ['overlap', [0n, 4n, 3n, 4n]],
    ['leave a gap', [0n, 3n, 4n, 3n]],
    ['end before the index', [0n, 3n, 3n, 3n]],
    ['reach beyond the file', [0n, 3n, 3n, 2n ** 63n]],
  ])('of chunks that %s is refused', (_, numbers) => {
    expect(decodeIndex(index(...numbers), { present: 2, before: 7 })).toContain('overlap');
  });
});

describe('the metadata of an array', () => {
  const layout: ArrayLayout = { shape: [5, 2, 3], type: 'float32', fileRows: 2, isSharded: true };

  test('comes back', () => {
    expect(parseArray(JSON.parse(formatArray(layout)))).toEqual(layout);
    const plain: ArrayLayout = { shape: [9], type: 'uint8', fileRows: 9, isSharded: false };
    expect(parseArray(JSON.parse(formatArray(plain)))).toEqual(plain);
  });

  test.each([
    [
      'chunks of half a row',
      { chunk_grid: { name: 'regular', configuration: { chunk_shape: [2, 1, 3] } } },
    ],
    ['another codec', { codecs: [{ name: 'bytes' }, { name: 'gzip' }, { name: 'crc32c' }] }],
    ['no checksum', { codecs: [{ name: 'bytes' }, { name: 'zstd' }] }],
    ['another type', { data_type: 'float64' }],
    ['another version', { zarr_format: 2 }],
  ])('with %s is refused', (_, part) => {
    expect(parseArray({ ...JSON.parse(formatArray(layout)), ...part })).toBeTypeOf('string');
  });
});
