import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { gamma } from './gamma.ts';

const spec = { op: 'gamma' };

test.each(colour['gamma'])(
  'gamma $gamma: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('keeps black and white', () => {
  const source = { ...numbered(1, 1), data: Uint8Array.of(0, 64, 255) };
  expect([...applyOp(spec, source, { gamma: 0.5 }).data]).toEqual([0, 127, 255]);
});

test('draws the number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, gamma: [0.5, 0.75] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { gamma: number }; // as it draws them
    expect(Math.abs(numbers.gamma - 0.625)).toBeLessThanOrEqual(0.125);
  }
});

test.each([
  [{ gamma: [1.2, 0.8] }, 'gamma'],
  [{ gamma: [0, 1] }, 'gamma'],
  [{ gamma: [Number.NaN, 1] }, 'gamma'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(gamma, spec, numbered(3, 4))).toEqual([]);
});

test('has the values of powers', () => {
  const data = Uint8Array.from({ length: 768 }, (_, at) => at % 256);
  const source = { height: 1, width: 256, channels: 3, data };
  for (const power of [0.01, 0.5, 0.8123, 1, 1.2, 2, 3, 100]) {
    const powers = data.map((value) => (value * (1 / 255)) ** power * 255);
    expect(applyOp(spec, source, { gamma: power }).data).toEqual(powers);
  }
});
