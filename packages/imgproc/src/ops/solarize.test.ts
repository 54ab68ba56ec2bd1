import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { solarize } from './solarize.ts';

const spec = { op: 'solarize' };

test.each(colour['solarize'])(
  'from $threshold on: every pixel is that of Pillow',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('inverts from the threshold on', () => {
  const source = { ...numbered(1, 1), data: Uint8Array.of(99, 100, 101) };
  expect([...applyOp(spec, source, { threshold: 100 }).data]).toEqual([99, 155, 154]);
});

test('draws the number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, threshold: [50, 60] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { threshold: number }; // as it draws them
    expect(Math.abs(numbers.threshold - 55)).toBeLessThanOrEqual(5);
  }
});

test.each([
  [{ threshold: [4, 3] }, 'threshold'],
  [{ threshold: [-1, 3] }, 'threshold'],
  [{ threshold: [1, Number.NaN] }, 'threshold'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(solarize, spec, numbered(3, 4))).toEqual([]);
});
