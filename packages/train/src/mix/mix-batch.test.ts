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

test('the batch itself is not written to, and keeps its labels and ids', () => {
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

test('weights of classes stay with their images', () => {
  const weighted = targetsFor(Int32Array.of(0, 1), { classes: 2, classWeights: [1, 3] });
  const { targets, weights } = mixedTargets(weighted, 0.75);
  expect([...weights]).toEqual([0.75 * 1 + 0.25 * 3, 0.75 * 3 + 0.25 * 1]);
  const losses = targets.map((target, at) => target * weights[at >> 1]!);
  expect(largestDifference(losses, [0.75, 0.75, 0.25, 2.25])).toBeLessThan(1e-6);
  const none = targetsFor(Int32Array.of(0, 1), { classes: 2, classWeights: [0, 0] });
  expect(mixedTargets(none, 0.75)).toEqual({
    targets: Float32Array.of(0.75, 0.25, 0.25, 0.75),
    weights: Float32Array.of(0, 0),
  });
});

test('tags are mixed by their shares', () => {
  const tags = targetsFor(Int32Array.of(0, 1), {
    classes: 3,
    tags: [Uint8Array.of(1, 0, 1), Uint8Array.of(0, 0, 1)],
  });
  expect([...mixedTargets(tags, 0.25).targets]).toEqual([0.25, 0, 1, 0.75, 0, 1]);
});
