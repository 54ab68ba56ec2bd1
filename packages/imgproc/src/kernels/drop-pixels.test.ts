import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { dropPixels } from './drop-pixels.ts';

const rng = () => rngAt(3, ['drop']);
const white = { height: 100, width: 100, channels: 3, data: new Uint8Array(30_000).fill(255) };
const drop = (probability: number, eachChannel = false) =>
  dropPixels(white, rng(), { probability, eachChannel, colour: [1, 2, 3] }).data;

test('a probability of 0 replaces nothing, a probability of 1 everything', () => {
  expect(drop(0)).toEqual(white.data);
  expect(drop(1)).toEqual(Uint8Array.from({ length: 30_000 }, (_, at) => 1 + (at % 3)));
});

test.each([0.01, 0.2, 0.9])(
  'of 10,000 pixels about as many as a probability of %d says are replaced',
  (probability) => {
    const data = drop(probability);
    const firsts = data.filter((_, at) => at % 3 === 0);
    const dropped = firsts.filter((value) => value === 1).length;
    const deviation = Math.sqrt(10_000 * probability * (1 - probability));
    expect(Math.abs(dropped - 10_000 * probability)).toBeLessThan(3 * deviation);
    expect(data.filter((value) => value === 3)).toHaveLength(dropped);
  },
);

test('pixels are replaced independently: also those after a replaced one', () => {
  const firsts = drop(0.5).filter((_, at) => at % 3 === 0);
  const pairs = firsts.filter((value, at) => value === 1 && firsts[at + 1] === 1).length;
  expect(Math.abs(pairs - 2500)).toBeLessThan(130);
});

test('with each channel on its own, values are replaced', () => {
  const data = drop(0.2, true);
  const counts = [1, 2, 3].map((value) => data.filter((each) => each === value).length);
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(120);
  expect(new Set(counts).size).toBeGreaterThan(1);
});
