import { expect, test } from 'vitest';
import { copyBytes, newBytes, releaseBytes } from './result-bytes.ts';

test('memory that was released is used again, once', () => {
  const first = newBytes(7);
  releaseBytes(first);
  releaseBytes(first);
  expect(newBytes(8).buffer).not.toBe(first.buffer);
  expect(newBytes(3).buffer).not.toBe(first.buffer);
  const second = newBytes(6);
  expect(second).toHaveLength(6);
  expect(second.buffer).toBe(first.buffer);
  expect(newBytes(7).buffer).not.toBe(first.buffer);
});

test('memory in use and memory from elsewhere are left alone', () => {
  const source = Uint8Array.of(1, 2, 3);
  releaseBytes(source);
  const copy = copyBytes(source);
  expect(copy).not.toBe(source);
  expect(copy).toEqual(source);
  expect(newBytes(3).buffer).not.toBe(copy.buffer);
});

test('a few arrays are kept, none of them large', () => {
  const arrays = Array.from({ length: 5 }, () => newBytes(9));
  for (const each of arrays) releaseBytes(each);
  const buffers = arrays.map(({ buffer }) => buffer);
  const again = arrays.map(() => newBytes(9).buffer);
  expect(again.filter((each) => buffers.includes(each))).toHaveLength(4);
  const large = newBytes(2 ** 22 + 1);
  releaseBytes(large);
  expect(newBytes(2 ** 22 + 1).buffer).not.toBe(large.buffer);
});
