import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { cutout } from './cutout.ts';

const spec = { op: 'cutout' };
const white = { height: 3, width: 4, channels: 3, data: new Uint8Array(36).fill(255) };
const numbers = { size: 2 / 3, down: 0.5, right: 0.5, colour: [1, 2, 3] };
const redsOf = (drawn: object) =>
  [...applyOp(spec, white, drawn).data].filter((_, at) => at % 3 === 0);

test('covers a square around its centre', () => {
  expect(redsOf(numbers)).toEqual([255, 1, 1, 255, 255, 1, 1, 255, 255, 255, 255, 255]);
});

test('at an edge a part of the square is outside', () => {
  const corner = { ...numbers, down: 0, right: 0.99 };
  expect(redsOf(corner)).toEqual([255, 255, 1, 1, ...Array.from({ length: 8 }, () => 255)]);
});

test('draws the size and the place', () => {
  const drawn = drawnNumbers<typeof numbers>({ ...spec, size: [0.1, 0.2] });
  const sizes = extremes(drawn.map(({ size }) => size));
  expect(sizes.least).toBeGreaterThanOrEqual(0.1);
  expect(sizes.most).toBeLessThan(0.2);
  const places = extremes(drawn.flatMap(({ down, right }) => [down, right]));
  expect([places.least < 0.01, places.most > 0.99]).toEqual([true, true]);
  expect(drawn[0]?.colour).toEqual([128, 128, 128]);
});

test('draws a colour where it is random', () => {
  const drawn = drawnNumbers<typeof numbers>({ ...spec, colour: 'random' });
  expect(new Set(drawn.map(({ colour }) => String(colour))).size).toBe(200);
});

test.each([
  [{ size: [0.4, 0.2] }, 'size'],
  [{ size: [0, 1.5] }, 'size'],
  [{ colour: [1, 2] }, 'colour'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(cutout, spec, numbered(9, 8))).toEqual([]);
  expect(wrongSizes({ ...spec, size: [0, 1] })).toEqual([]);
});
