import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { differences } from '../../test/differences.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { elastic } from './elastic.ts';

const spec = { op: 'elastic' };
const numbers = { distance: 0.1, smoothness: 0.2, key: [1, 2], border: 'nearest' };

test('without a distance nothing changes', () => {
  const source = numbered(4, 5);
  expect(applyOp(spec, source, { ...numbers, distance: 0 })).toEqual(source);
});

test('the same key gives the same pixels, another key others', () => {
  const source = numbered(4, 5);
  const first = applyOp(spec, source, numbers);
  expect(applyOp(spec, source, numbers)).toEqual(first);
  expect(applyOp(spec, source, { ...numbers, key: [1, 3] })).not.toEqual(first);
});

test('pixels near one another move alike', () => {
  const values = Uint8Array.from({ length: 40 * 40 }, (_, at) => 3 * (at % 40));
  const data = Uint8Array.from(values, (value) => value);
  const ramp = { height: 40, width: 40, channels: 1, data };
  const moved = applyOp(spec, ramp, { ...numbers, distance: 0.05, smoothness: 0.25 });
  const [rows, next] = [moved.data.subarray(0, 1560), moved.data.subarray(40)];
  expect(differences(moved.data, ramp.data).largest).toBeGreaterThan(3);
  expect(differences(rows, next).largest).toBeLessThan(4);
});

test('draws the distance and the smoothness from their intervals, and a key for each image', () => {
  const fields = { ...spec, distance: [0.01, 0.02], smoothness: [0.5, 0.75] };
  const drawn = drawnNumbers<{ distance: number; smoothness: number; key: number[] }>(fields);
  const distances = extremes(drawn.map(({ distance }) => distance));
  expect(distances.least).toBeGreaterThanOrEqual(0.01);
  expect(distances.most).toBeGreaterThan(0.0198);
  const smoothnesses = extremes(drawn.map(({ smoothness }) => smoothness));
  expect(smoothnesses.least).toBeLessThan(0.505);
  expect(smoothnesses.most).toBeLessThan(0.75);
  expect(new Set(drawn.map(({ key }) => String(key))).size).toBe(drawn.length);
});

test('moves a mask to the nearest pixels', () => {
  const mask = maskRow(1, 3, 5, 7, 9, 11, 13, 15);
  const { data } = moveMask(spec, mask, { ...numbers, distance: 0.9, smoothness: 1 });
  expect([...data].every((value) => mask.data.includes(value))).toBe(true);
  expect([...moveMask(spec, mask, { ...numbers, distance: 0 }).data]).toEqual([...mask.data]);
});

test.each([
  [{ distance: [0.1, 0.05] }, 'distance'],
  [{ distance: [0, Number.NaN] }, 'distance'],
  [{ smoothness: [0, 1] }, 'smoothness'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(elastic, spec, numbered(5, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, distance: [0, 0.2], border: 'reflect' })).toEqual([]);
});
