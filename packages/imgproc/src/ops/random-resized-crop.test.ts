import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { torchvision } from '../../fixtures/torchvision.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { differences } from '../../test/differences.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { randomResizedCrop } from './random-resized-crop.ts';

const spec = { op: 'random-resized-crop' };
const nearest = { ...spec, resampler: 'pil-nearest' };
const numbers = {
  tries: [{ area: 0.25, ratio: 1 }],
  down: 0,
  right: 0.99,
  ratios: [0.75, 4 / 3],
};

test('cuts a share of the area and resizes it to the size of the image', () => {
  const { data } = applyOp(nearest, numbered(4, 4), numbers);
  const doubled = [3, 3, 4, 4, 3, 3, 4, 4, 7, 7, 8, 8, 7, 7, 8, 8];
  expect(numbersOf({ ...numbered(4, 4), data })).toEqual(doubled);
});

test.each(torchvision['random-resized-crop'])(
  'an area of $area with the ratio $ratio has box and pixels of torchvision',
  ({ area, ratio, box, data }) => {
    const shareOf = (start: number, most: number): number => (start + 0.5) / (most + 1);
    const place = {
      down: shareOf(box.top, image.height - box.height),
      right: shareOf(box.left, image.width - box.width),
    };
    const drawn = { tries: [{ area, ratio }], ...place, ratios: [ratio, ratio] };
    expect(applyOp({ ...spec, resampler: 'pil-bilinear' }, image, drawn)).toEqual({
      ...image,
      data,
    });
  },
);

test('the ratio is that of width to height', () => {
  const wide = { ...numbers, tries: [{ area: 0.5, ratio: 2 }], down: 0.99, right: 0 };
  const rows = [9, 10, 11, 12, 9, 10, 11, 12, 13, 14, 15, 16, 13, 14, 15, 16];
  expect(numbersOf(applyOp(nearest, numbered(4, 4), wide))).toEqual(rows);
});

test('the first try that fits is used, and the centre if none does', () => {
  const never = { area: 1, ratio: 16 };
  const later = { ...numbers, tries: [never, never, ...numbers.tries] };
  const source = numbered(4, 4);
  expect(applyOp(nearest, source, later)).toEqual(applyOp(nearest, source, numbers));
  const none = { ...numbers, tries: [never] };
  expect(applyOp(nearest, source, none)).toEqual(source);
  const centre = applyOp(nearest, numbered(1, 6), { ...none, ratios: [1, 2] });
  expect(numbersOf(centre)).toEqual([3, 3, 3, 4, 4, 4]);
});

test('draws areas from the scale and the logarithm of ratios uniformly, ten of each', () => {
  const drawn = drawnNumbers<typeof numbers>({ ...spec, scale: [0.1, 0.3], ratio: [0.5, 2] });
  expect(drawn.every(({ tries }) => tries.length === 10)).toBe(true);
  const tries = drawn.flatMap((each) => each.tries);
  const { least, most } = extremes(tries.map(({ area }) => area));
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.3);
  const ratios = tries.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
  expect(ratios[0]).toBeGreaterThanOrEqual(0.5);
  expect(ratios[1000]).toBeCloseTo(1, 1);
  expect(ratios.at(-1)).toBeLessThanOrEqual(2);
});

test('moves a mask to the nearest pixels', () => {
  const half = { ...numbers, tries: [{ area: 0.5, ratio: 2 }] };
  expect([...moveMask(spec, maskRow(1, 2, 3, 4), half).data]).toEqual([3, 3, 4, 4]);
});

test('can be fused', () => {
  const drawn = [{ ...spec, numbers }];
  const fused = applyOp({ op: 'fuse', ops: [spec] }, numbered(4, 4), { border: 'nearest', drawn });
  const alone = applyOp(spec, numbered(4, 4), numbers);
  const inside = [fused, alone].map(({ data }) => data.subarray(3, 6));
  expect(differences(inside[0]!, inside[1]!).largest).toBeLessThanOrEqual(1);
});

test('needs OpenCV for its resamplers only', () => {
  expect(setUpOps([spec]).needsOpenCv).toBe(false);
  expect(setUpOps([{ ...spec, resampler: 'cv2-area' }]).needsOpenCv).toBe(true);
});

test.each([
  [{ scale: [0.5, 0.2] }, 'scale'],
  [{ scale: [0, 1] }, 'scale'],
  [{ ratio: [1, Number.NaN] }, 'ratio'],
  [{ resampler: 'cubic' }, 'resampler'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(randomResizedCrop, spec, numbered(5, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, scale: [0.0001, 1], ratio: [0.01, 100] })).toEqual([]);
});
