import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { clahe } from './clahe.ts';

const spec = { op: 'clahe' };

test.each(colour.clahe)(
  'clip limit $clipLimit, $tiles tiles: every pixel is that of OpenCV',
  ({ clipLimit, tiles, data }) => {
    expect(applyOp({ ...spec, tiles }, image, { clipLimit })).toEqual({ ...image, data });
  },
);

test('draws the number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, clipLimit: [2, 3] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { clipLimit: number }; // as it draws them
    expect(Math.abs(numbers.clipLimit - 2.5)).toBeLessThanOrEqual(0.5);
  }
});

test.each([
  [{ clipLimit: [4, 3] }, 'clipLimit'],
  [{ clipLimit: [0, 3] }, 'clipLimit'],
  [{ clipLimit: [1, Number.NaN] }, 'clipLimit'],
  [{ tiles: 0 }, 'tiles'],
  [{ tiles: 2.5 }, 'tiles'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(clahe, spec, numbered(3, 4))).toEqual([]);
});
