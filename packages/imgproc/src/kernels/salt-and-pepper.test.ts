import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { saltAndPepper } from './salt-and-pepper.ts';

const grey = { height: 10, width: 10, channels: 3, data: new Uint8Array(300).fill(100) };
const count = (data: Uint8Array, value: number) =>
  data.reduce((sum, v) => sum + Number(v === value), 0);

test('changes whole pixels, exactly as many as the shares say', () => {
  const { data } = saltAndPepper(grey, { share: 0.239, salt: 0.5 }, rngAt(0, []));
  expect(count(data, 255)).toBe(3 * 11);
  expect(count(data, 0)).toBe(3 * 12);
  expect(data.every((value, at) => value === data[at - (at % 3)])).toBe(true);
});

test('all pixels can be salt', () => {
  const { data } = saltAndPepper(grey, { share: 1, salt: 1 }, rngAt(0, []));
  expect(count(data, 255)).toBe(300);
});
