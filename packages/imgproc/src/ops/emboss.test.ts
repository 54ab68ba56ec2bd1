import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { emboss } from './emboss.ts';

const spec = { op: 'emboss' };

test.each(colour['emboss'])(
  'alpha $alpha, strength $strength: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('without a share of the result nothing changes', () => {
  const source = numbered(3, 4);
  expect(applyOp(spec, source, { alpha: 0, strength: 0.7 })).toEqual(source);
});

test('brightens pixels whose lower right neighbours are brighter', () => {
  const data = Uint8Array.of(50, 50, 50, 50, 50, 50, 50, 50, 50, 90, 90, 90);
  const source = { height: 1, width: 4, channels: 3, data };
  const { data: result } = applyOp(spec, source, { alpha: 0.5, strength: 1 });
  expect([...result]).toEqual([50, 50, 50, 50, 50, 50, 110, 110, 110, 90, 90, 90]);
});

test('draws every number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, alpha: [0.5, 0.75], strength: [0.2, 0.4] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { alpha: number; strength: number }; // as it draws them
    expect(Math.abs(numbers.alpha - 0.625)).toBeLessThanOrEqual(0.125);
    expect(Math.abs(numbers.strength - 0.3)).toBeLessThanOrEqual(0.1);
  }
});

test.each([
  [{ alpha: [1, 0] }, 'alpha'],
  [{ alpha: [0, 1.5] }, 'alpha'],
  [{ strength: [0, Number.NaN] }, 'strength'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(emboss, spec, numbered(3, 4))).toEqual([]);
});
