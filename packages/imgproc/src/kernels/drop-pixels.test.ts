import { rngAt, streamState } from '@sprout/core';
import { expect, test } from 'vitest';
import { dropPixels } from './drop-pixels.ts';
import { unitsOf } from './random-words.ts';

const white = { height: 100, width: 100, channels: 3, data: new Uint8Array(30_000).fill(255) };
const drop = (probability: number, eachChannel = false) =>
  dropPixels(white, unitsOf(streamState(3, ['drop'])), {
    probability,
    eachChannel,
    colour: [1, 2, 3],
  }).data;

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

test.each([0.1, 0.29289321881345254, 0.5, 0.75, 0.9, 1 - 2 ** -40, 1])(
  'with a probability of %d the gaps are those of the logarithm',
  (probability) => {
    const rng = rngAt(5, ['gaps']);
    const scale = 1 / Math.log1p(-probability);
    const edges = Array.from({ length: 400 }, (_, at) => at / 400);
    const units = edges.flatMap((u) => [u, rng.uniform(0, 1), Math.round(u * 512) / 513]);
    const expected = new Uint8Array(3000).fill(255);
    let next = 0;
    for (const u of units) {
      next += Math.floor(Math.log(1 - u) * scale);
      if (next < 1000) expected.fill(0, 3 * next, 3 * next + 3);
      next++;
    }
    let drawn = 0;
    const source = { height: 10, width: 100, channels: 3, data: new Uint8Array(3000).fill(255) };
    const options = { probability, eachChannel: false, colour: [0, 0, 0] };
    const { data } = dropPixels(source, () => units[drawn++] ?? 1, options);
    expect(data).toEqual(expected);
  },
);
