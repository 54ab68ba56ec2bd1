import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { sharpen } from './sharpen.ts';

const spec = { op: 'sharpen' };

test.each(colour['sharpen'])(
  'alpha $alpha, lightness $lightness: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('without a share of the result nothing changes', () => {
  const source = numbered(3, 4);
  expect(applyOp(spec, source, { alpha: 0, lightness: 0.7 })).toEqual(source);
});

test('makes a bright pixel brighter, and its neighbours darker', () => {
  const data = new Uint8Array(27).fill(40);
  data.fill(60, 12, 15);
  const source = { height: 3, width: 3, channels: 3, data };
  const { data: result } = applyOp(spec, source, { alpha: 0.5, lightness: 1 });
  expect([result[12], result[9], result[0]]).toEqual([140, 20, 0]);
});

test('draws every number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, alpha: [0.5, 0.75], lightness: [0.2, 0.4] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { alpha: number; lightness: number }; // as it draws them
    expect(Math.abs(numbers.alpha - 0.625)).toBeLessThanOrEqual(0.125);
    expect(Math.abs(numbers.lightness - 0.3)).toBeLessThanOrEqual(0.1);
  }
});

test.each([
  [{ alpha: [1, 0] }, 'alpha'],
  [{ alpha: [0, 1.5] }, 'alpha'],
  [{ lightness: [Number.NaN, 3] }, 'lightness'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(sharpen, spec, numbered(3, 4))).toEqual([]);
});
