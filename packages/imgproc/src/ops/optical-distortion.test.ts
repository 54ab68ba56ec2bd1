import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { opticalDistortion } from './optical-distortion.ts';

const spec = { op: 'optical-distortion' };

test.each(geometry['optical-distortion'])(
  '$lens by $amount, border $border: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('a fisheye by 0 changes nothing', () => {
  const source = numbered(3, 4);
  const numbers = { lens: 'fisheye', amount: 0, border: 'nearest' };
  expect(applyOp(spec, source, numbers)).toEqual(source);
});

test('draws amounts from its interval', () => {
  const drawn = drawnNumbers<{ amount: number }>({ ...spec, amount: [-0.5, 0.25] });
  const { least, most } = extremes(drawn.map(({ amount }) => amount));
  expect(least).toBeGreaterThanOrEqual(-0.5);
  expect(least).toBeLessThan(-0.48);
  expect(most).toBeLessThan(0.25);
  expect(most).toBeGreaterThan(0.23);
});

test('moves a mask to the nearest pixels', () => {
  const numbers = { lens: 'fisheye', amount: 1, border: 'constant' };
  const moved = moveMask(spec, maskRow(1, 2, 3, 4, 5, 6, 7, 8), numbers);
  expect([...moved.data]).toEqual([0, 0, 2, 4, 5, 6, 8, 0]);
});

test.each([
  [{ amount: [-2, 0] }, 'amount'],
  [{ amount: [0.3, 0.2] }, 'amount'],
  [{ lens: 'mirror' }, 'lens'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(opticalDistortion, spec, numbered(3, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, amount: [-1, 1], border: 'wrap' })).toEqual([]);
});
