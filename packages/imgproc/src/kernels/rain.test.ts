import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { rain, sumInWasm, sumScalar } from './rain.ts';

const black = { height: 40, width: 40, channels: 3, data: new Uint8Array(4800) };
const sharp = { amount: 0.05, slant: 0, length: 0.25, colour: 200, blur: 1, brightness: 1 };
const lit = (data: Uint8Array) => data.reduce((sum, value) => sum + Number(value > 0), 0) / 3;

test('drops are lines of the given length', () => {
  const { data } = rain(black, { ...sharp, amount: 0.025 }, rngAt(0, []));
  expect(new Set(data)).toEqual(new Set([0, 200]));
  expect(lit(data)).toBe(11);
});

test('a slant moves the lower end to the right', () => {
  const { data } = rain(black, { ...sharp, amount: 0.025, slant: 45 }, rngAt(2, []));
  const columns = [...data.keys()]
    .filter((at) => at % 3 === 0 && data[at]! > 0)
    .map((at) => (at / 3) % 40);
  expect(columns.length).toBeGreaterThan(2);
  expect(columns).toEqual(columns.map((_, index) => columns[0]! + index));
});

test('without drops the image only becomes darker', () => {
  const grey = { ...black, data: new Uint8Array(4800).fill(101) };
  const { data } = rain(grey, { ...sharp, amount: 0, brightness: 0.7 }, rngAt(0, []));
  expect(new Set(data)).toEqual(new Set([71]));
});

test('sums are those of the scalar code', () => {
  const [{ data }, others] = [images.noise(7, 9), images.leaves(7, 9).data];
  expect(Buffer.compare(sumInWasm(data, others)!, sumScalar(data, others))).toBe(0);
});
