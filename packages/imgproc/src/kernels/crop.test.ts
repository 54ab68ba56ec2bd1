import { expect, test } from 'vitest';
import { crop } from './crop.ts';

const source = {
  height: 3,
  width: 4,
  channels: 1,
  data: Uint8Array.from({ length: 12 }, (_, at) => at),
};

test('is a part of the image', () => {
  expect(crop(source, { top: 1, left: 2, height: 2, width: 1 })).toEqual({
    height: 2,
    width: 1,
    channels: 1,
    data: Uint8Array.of(6, 10),
  });
});

test('is the image itself where the part is all of it', () => {
  expect(crop(source, { top: 0, left: 0, height: 3, width: 4 })).toBe(source);
});
