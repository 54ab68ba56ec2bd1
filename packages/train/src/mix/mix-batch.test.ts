import { expect, test } from 'vitest';
import { mixedBatchesFixture } from '../../fixtures/mixed-batches.ts';
import { mixedTargets } from '../loop/mixed-targets.ts';
import { targetsFor } from '../loop/targets.ts';
import { cutBox } from './cut-box.ts';
import { mixBatch } from './mix-batch.ts';

const { batch, classes, mixUp, cutMix } = mixedBatchesFixture();
const own = targetsFor(batch.labels, { classes });

/** The largest difference of two arrays of numbers. */
function largestDifference(left: ArrayLike<number>, right: ArrayLike<number>): number {
  expect(left.length).toBe(right.length);
  return Array.from(left).reduce(
    (most, value, at) => Math.max(most, Math.abs(value - right[at]!)),
    0,
  );
}

test.each(mixUp)(
  'MixUp with the share $share has the rounded pixels of torchvision',
  (expected) => {
    const { images, ownShare } = mixBatch(batch, { way: 'mixUp', share: expected.share });
    expect(largestDifference(images, expected.images)).toBeLessThan(0.5 + 1e-4); // torchvision's are 32-bit floats
    expect(ownShare).toBe(expected.share);
    const { targets } = mixedTargets(own, expected.share);
    expect(largestDifference(targets, expected.targets)).toBeLessThan(1e-6);
  },
);

test.each(cutMix)('CutMix with the share $share has box and pixels of torchvision', (expected) => {
  const { share, column, row } = expected;
  const [x, y] = [(column + 0.5) / batch.width, (row + 0.5) / batch.height];
  const drawn = { way: 'cutMix', share, x, y } as const;
  expect(cutBox(drawn, batch)).toEqual(expected.box);
  const mixed = mixBatch(batch, drawn);
  expect(largestDifference(mixed.images, expected.images)).toBe(0);
  expect(mixed.ownShare).toBeCloseTo(expected.ownShare, 12);
  const { targets } = mixedTargets(own, mixed.ownShare!);
  expect(largestDifference(targets, expected.targets)).toBeLessThan(1e-6);
});

test('the given batch is not changed, and the mixed one has its labels and ids', () => {
  const before = Uint8Array.from(batch.images);
  for (const drawn of [
    { way: 'mixUp', share: 0.3 },
    { way: 'cutMix', share: 0.3, x: 0.5, y: 0.5 },
  ] as const) {
    const { labels, ids, images } = mixBatch(batch, drawn);
    expect(largestDifference(images, before)).toBeGreaterThan(0);
    expect([labels, ids]).toEqual([batch.labels, batch.ids]);
  }
  expect(largestDifference(batch.images, before)).toBe(0);
});
