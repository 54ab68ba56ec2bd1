import { expect, test } from 'vitest';
import { affine as placed, image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { differences } from '../../test/differences.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { affine } from './affine.ts';

const spec = { op: 'affine' };
const still = { degrees: 0, scale: 1, shear: 0, down: 0, right: 0, border: 'nearest' };

test.each(placed)(
  '$degrees degrees, scale $scale, shear $shear, border $border: SciPy’s pixels to 1',
  ({ data, ...numbers }) => {
    const result = applyOp(spec, image, numbers);
    expect(differences(result.data, data).largest).toBeLessThanOrEqual(1);
  },
);

test('without a change the pixels stay as they are', () => {
  const source = numbered(3, 4);
  expect(applyOp(spec, source, still)).toEqual(source);
});

test('with degrees alone it is the op rotate', () => {
  const numbers = { degrees: 21, border: 'reflect' };
  const rotated = applyOp({ op: 'rotate' }, image, numbers);
  expect(applyOp(spec, image, { ...still, ...numbers })).toEqual(rotated);
});

test('draws every number from its interval, and the logarithm of the scale uniformly', () => {
  const { draw } = setUpOps([{ ...spec, scale: [0.5, 2], down: [0, 0.1], shear: [-9, 9] }]);
  const drawn = Array.from(
    { length: 400 },
    (_, seed) => draw(seed)[0]?.numbers as typeof still, // as `affine` draws them
  );
  expect(drawn.every(({ degrees, right }) => degrees === 0 && right === 0)).toBe(true);
  expect(drawn.every(({ down }) => down >= 0 && down <= 0.1)).toBe(true);
  expect(Math.max(...drawn.map(({ shear }) => shear))).toBeGreaterThan(8);
  const scales = drawn.map(({ scale }) => scale).toSorted((a, b) => a - b);
  expect(scales[0]).toBeGreaterThanOrEqual(0.5);
  expect(scales.at(-1)).toBeLessThanOrEqual(2);
  expect(scales[200]).toBeCloseTo(1, 0);
});

test('keeps the contract of ops', () => {
  const all = { ...spec, degrees: [-9, 9], scale: [0.5, 2], shear: [-5, 5], right: [-1, 1] };
  expect(contractViolations(affine, all, numbered(3, 4))).toEqual([]);
});
