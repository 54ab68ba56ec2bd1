import { expect, test } from 'vitest';
import { copyBytes, newBytes, releaseBytes } from './result-bytes.ts';

test('memory that was released is used again, once', () => {
  const first = newBytes(7);
  releaseBytes(first);
  releaseBytes(first);
  expect(newBytes(8)).not.toBe(first);
  expect(newBytes(7)).toBe(first);
  expect(newBytes(7)).not.toBe(first);
});

test('memory in use and memory from elsewhere are left alone', () => {
  const source = Uint8Array.of(1, 2, 3);
  releaseBytes(source);
  const copy = copyBytes(source);
  expect(copy).not.toBe(source);
  expect(copy).toEqual(source);
  expect(newBytes(3)).not.toBe(copy);
});

test('a few arrays are kept, none of them large', () => {
  const arrays = Array.from({ length: 5 }, () => newBytes(9));
  for (const each of arrays) releaseBytes(each);
  const again = arrays.map(() => newBytes(9));
  expect(again.filter((each) => arrays.includes(each))).toHaveLength(4);
  const large = newBytes(2 ** 22 + 1);
  releaseBytes(large);
  expect(newBytes(2 ** 22 + 1)).not.toBe(large);
});
