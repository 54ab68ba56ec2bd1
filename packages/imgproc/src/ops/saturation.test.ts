import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { saturation } from './saturation.ts';

const spec = { op: 'saturation' };

test.each(colour['saturation'])(
  'factor $factor: every pixel is that of Pillow',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('0 gives grayscale', () => {
  const source = { ...numbered(1, 2), data: Uint8Array.of(255, 0, 0, 7, 7, 7) };
  expect([...applyOp(spec, source, { factor: 0 }).data]).toEqual([76, 76, 76, 7, 7, 7]);
});

test('draws the number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, factor: [0.5, 0.75] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { factor: number }; // as it draws them
    expect(Math.abs(numbers.factor - 0.625)).toBeLessThanOrEqual(0.125);
  }
});

test.each([
  [{ factor: [1.2, 0.8] }, 'factor'],
  [{ factor: [-1, 1] }, 'factor'],
  [{ factor: [Number.NaN, 1] }, 'factor'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(saturation, spec, numbered(3, 4))).toEqual([]);
});
