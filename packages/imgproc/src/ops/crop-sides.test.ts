import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { kolmogorov, uniformOn } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { cropSides } from './crop-sides.ts';

const spec = { op: 'crop-sides' };
const none = { top: 0, right: 0, bottom: 0, left: 0 };

test('the rest is enlarged to the size of the image', () => {
  const shares = { ...none, top: 0.5, left: 0.5 };
  expect(numbersOf(applyOp(spec, numbered(2, 2), shares))).toEqual([4, 4, 4, 4]);
});

test('returns its source where no pixel is cut off', () => {
  const source = numbered(4, 4);
  expect(applyOp(spec, source, { ...none, top: 0.1 })).toBe(source);
});

test.each([
  [1, 1],
  [1, 5],
  [2, 3],
])('an image of %d x %d keeps a pixel', (height, width) => {
  const most = { top: 0.49, right: 0.49, bottom: 0.49, left: 0.49 };
  const result = applyOp(spec, numbered(height, width), most);
  expect([result.height, result.width]).toEqual([height, width]);
});

test('a mask is cut and enlarged without new values', () => {
  const prepared = cropSides.setUp({ op: 'crop-sides' }, () => []);
  const mask = {
    height: 4,
    width: 4,
    channels: 1,
    data: Uint8Array.from({ length: 16 }, (_, at) => at),
  };
  const shares = { ...none, right: 0.5, bottom: 0.25 };
  const moved = prepared.applyToMask?.(mask, shares);
  expect(moved).toMatchObject({ height: 4, width: 4, channels: 1 });
  expect([...moved!.data]).toEqual([0, 0, 1, 1, 4, 4, 5, 5, 4, 4, 5, 5, 8, 8, 9, 9]);
});

test('draws a share for each side uniformly, and independently of the others', () => {
  const drawn = drawnNumbers<typeof none>({ ...spec, share: [0, 0.1] }, 1000);
  for (const side of ['top', 'right', 'bottom', 'left'] as const)
    expect(
      kolmogorov(
        drawn.map((shares) => shares[side]),
        uniformOn(0, 0.1),
      ),
    ).toBeLessThan(1.95);
  const products = drawn.map(({ top, bottom }) => (top - 0.05) * (bottom - 0.05));
  const covariance = products.reduce((sum, product) => sum + product, 0) / products.length;
  expect(Math.abs(covariance) / (0.01 / 12)).toBeLessThan(3.3 / Math.sqrt(products.length));
});

test.each([[[0.1, 0]], [[0, 0.5]], [[-0.1, 0.1]], [[Number.NaN, 0.1]]])(
  'the share %j is refused',
  (share) => {
    expect(() => setUpOps([{ ...spec, share }])).toThrow('share');
  },
);

test('keeps the contract of ops', () => {
  expect(contractViolations(cropSides, { ...spec, share: [0, 0.4] }, numbered(5, 4))).toEqual([]);
});
