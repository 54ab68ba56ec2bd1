import { expect, test } from 'vitest';
import { tagAt, viewOf } from './view-of.ts';

const part = Uint8Array.of(9, 9, 0x50, 0x4e, 0x47, 0xff, 9).subarray(2, 6);

test('a view begins and ends with its bytes, not with their buffer', () => {
  const view = viewOf(part);
  expect(view.byteLength).toBe(4);
  expect(view.getUint8(0)).toBe(0x50);
  expect(() => view.getUint8(4)).toThrow(RangeError);
});

test('a tag is four characters', () => {
  expect(tagAt(viewOf(part), 0)).toBe('PNG\xff');
  expect(() => tagAt(viewOf(part), 1)).toThrow(RangeError);
});
