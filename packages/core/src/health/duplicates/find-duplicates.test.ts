import { expect, test } from 'vitest';
import { imageNumber } from '../../../test/image-facts.ts';
import type { ExaminedImage } from '../report/health-input.ts';
import { duplicateGroups, duplicateRoots } from './find-duplicates.ts';

const [a, b, c, d] = [0, 1, 2, 3].map((number) => imageNumber(number)) as [
  ExaminedImage,
  ExaminedImage,
  ExaminedImage,
  ExaminedImage,
]; // four numbers

/** Another file with the facts of an image, some of them changed. */
function copyOf({ facts }: ExaminedImage, change: Partial<ExaminedImage['facts']>): ExaminedImage {
  return { id: 'copy.png', label: 0, facts: { ...facts, ...change } };
}

const groups = (images: readonly ExaminedImage[]) =>
  duplicateGroups(images, duplicateRoots(images), ['one', 'two']);

test('different images are their own roots, and form no group', () => {
  expect([...duplicateRoots([a, b, c, d])]).toEqual([0, 1, 2, 3]);
  expect(groups([a, b, c, d])).toEqual([]);
});

test('the root of an image is the first one with the same file, the same pixels or a similar thumbnail', () => {
  const images = [
    a,
    b,
    copyOf(a, {}),
    copyOf(b, { fileHash: 'other' }),
    copyOf(a, { fileHash: 'other 2', pixelHash: 'other' }),
  ];
  expect([...duplicateRoots(images)]).toEqual([0, 1, 0, 1, 0]);
});

test('images whose difference hashes are near are joined only when their thumbnails agree', () => {
  const near = { fileHash: 'x', pixelHash: 'y', differenceHash: '0000000000000003' };
  expect([...duplicateRoots([a, copyOf(a, near)])]).toEqual([0, 0]);
  expect([...duplicateRoots([a, copyOf(b, near)])]).toEqual([0, 1]);
});

test('the kind of a group is how its images are equal', () => {
  const kindOf = (change: Partial<ExaminedImage['facts']>) =>
    groups([a, copyOf(a, change)])[0]?.kind;
  expect(kindOf({})).toBe('same-file');
  expect(kindOf({ fileHash: 'x' })).toBe('same-pixels');
  expect(kindOf({ fileHash: 'x', pixelHash: 'y' })).toBe('near');
});

test('a group names its files and classes, and whether it is on both sides of the split', () => {
  const images: ExaminedImage[] = [
    { ...a, id: 'one/1.png', subset: 'training' },
    { ...a, id: 'two/2.png', label: 1, subset: 'validation' },
    { ...b, id: 'one/3.png', subset: 'training' },
    { ...b, id: 'one/4.png', subset: 'training' },
  ];
  expect(groups(images)).toEqual([
    {
      kind: 'same-file',
      ids: ['one/1.png', 'two/2.png'],
      classes: ['one', 'two'],
      acrossSplit: true,
    },
    { kind: 'same-file', ids: ['one/3.png', 'one/4.png'], classes: ['one'], acrossSplit: false },
  ]);
});
