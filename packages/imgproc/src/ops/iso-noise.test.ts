import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { isoNoise } from './iso-noise.ts';

const spec = { op: 'iso-noise' };

test('without intensity the pixels stay as they are', () => {
  const numbers = { colourShift: 0.05, intensity: 0, key: [1, 2] };
  expect(applyOp(spec, image, numbers)).toEqual(image);
});

test('grey stays grey', () => {
  const grey = { ...image, data: image.data.map((_, at) => image.data[at - (at % 3)]!) };
  const { data } = applyOp(spec, grey, { colourShift: 1, intensity: 0.5, key: [1, 2] });
  expect(data.every((value, at) => value === data[at - (at % 3)])).toBe(true);
  expect(data).not.toEqual(grey.data);
});

test('draws both numbers from their intervals', () => {
  for (const [field, low, high] of [
    ['colourShift', 0.01, 0.05],
    ['intensity', 0.1, 0.5],
  ] as const) {
    const [least, most] = drawnRange(spec, field);
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThan(high);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(isoNoise, spec, numbered(3, 4))).toEqual([]);
});

test('refuses reversed intervals', () => {
  expect(() => setUpOps([{ ...spec, intensity: [0.5, 0.1] }])).toThrow('must not exceed');
});
