import { expect, test } from 'vitest';
import { imageNumber } from '../../../test/image-facts.ts';
import { findGiveaways } from './find-giveaways.ts';

const classes = ['a', 'b'];

/** `perClass` images of each class; the bytes of class b are those of class a times `factor`. */
function images(perClass: number, factor = 1) {
  return Array.from({ length: 2 * perClass }, (_, number) => {
    const label = number % 2;
    const bytes = Math.round((40_000 + 997 * (number % 7)) * (label === 1 ? factor : 1));
    return imageNumber(number, { label, facts: { bytes } });
  });
}

const own = (count: number) => Uint32Array.from({ length: count }, (_, at) => at);

test('there is one entry for each feature, with the chance of guessing', () => {
  const found = findGiveaways(images(20), { classes, roots: own(40) });
  expect(found.map(({ feature }) => feature)).toEqual([
    'image size',
    'file type',
    'bytes per pixel',
    'brightness',
    'border colour',
    'background',
  ]);
  for (const { chance, suspicious } of found) expect([chance, suspicious]).toEqual([0.5, false]);
});

test('a feature that separates the classes is suspicious, for both classes', () => {
  const found = findGiveaways(images(20, 3), { classes, roots: own(40) });
  expect(found.filter(({ suspicious }) => suspicious)).toMatchObject([
    {
      feature: 'bytes per pixel',
      accuracy: 1,
      classes: [
        { name: 'a', area: 1, suspicious: true },
        { name: 'b', area: 1, suspicious: true },
      ],
    },
  ]);
});

test('fewer than ten images in all but one class are not assessed', () => {
  expect(findGiveaways(images(9), { classes, roots: own(18) })).toEqual([]);
});

test('images that all show the same picture are not assessed', () => {
  expect(findGiveaways(images(20), { classes, roots: new Uint32Array(40) })).toEqual([]);
});
