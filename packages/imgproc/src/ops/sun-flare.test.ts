import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, drawnRange } from '../../test/drawn-numbers.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import type { Reflection } from '../kernels/sun-flare.ts';
import { sunFlare } from './sun-flare.ts';

const spec = { op: 'sun-flare' };

test('a white sun only adds light', () => {
  const numbers = { right: 0.5, down: 0.5, radius: 0.5, colour: [255, 255, 255], reflections: [] };
  const { data } = applyOp(spec, image, numbers);
  expect(data.every((value, at) => value >= image.data[at]!)).toBe(true);
  expect(data).not.toEqual(image.data);
});

test('draws the place of the sun and its reflections', () => {
  const fields = { ...spec, colour: [255, 200, 0], reflections: [2, 3], right: [0.5, 0.75] };
  const [least, most] = drawnRange(fields, 'right');
  expect(least).toBeGreaterThanOrEqual(0.5);
  expect(most).toBeLessThan(0.75);
  const drawn = drawnNumbers(fields).map(({ reflections }) => reflections as Reflection[]); // as the op draws them
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([2, 3]));
  for (const {
    colour: [r, g, b],
    opacity,
  } of drawn.flat()) {
    expect([r >= 204, g >= 149 && g <= 200, b]).toEqual([true, true, 0]);
    expect(Math.abs(opacity - 0.125)).toBeLessThanOrEqual(0.075);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(sunFlare, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ radius: [1, 0.5] }, 'must not exceed'],
  [{ colour: [1, 2, 256] }, 'colour'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
