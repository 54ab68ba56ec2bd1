import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { sharpness } from './sharpness.ts';

const spec = { op: 'sharpness' };

test.each(colour['sharpness'])(
  'factor $factor: every pixel is that of Pillow',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('0 gives the mean of the neighbourhood, in which a pixel counts five times', () => {
  const data = new Uint8Array(27).fill(26);
  data.fill(52, 12, 15);
  const source = { height: 3, width: 3, channels: 3, data };
  expect([...applyOp(spec, source, { factor: 0 }).data.subarray(9, 18)]).toEqual([
    26, 26, 26, 36, 36, 36, 26, 26, 26,
  ]);
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
  expect(contractViolations(sharpness, spec, numbered(3, 4))).toEqual([]);
});
