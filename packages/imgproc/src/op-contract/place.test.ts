import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawPlace, placed } from './place.ts';

test.each([
  [0, 0, 0, 0],
  [0.5, 0.9, 1, 3],
  [1, 1, 1, 3],
])('at %d down and %d right, a part begins at %d, %d', (down, right, top, left) => {
  const size = { height: 2, width: 3 };
  const part = placed({ height: 3, width: 6 }, size, { down, right });
  expect(part).toEqual({ ...size, top, left });
});

test('a part as large as the image has one place', () => {
  const image = { height: 1, width: 1 };
  expect(placed(image, image, { down: 0.7, right: 1 })).toEqual({ ...image, top: 0, left: 0 });
});

test('draws the two numbers independently', () => {
  const { down, right } = drawPlace(rngAt(1, ['place']));
  expect(down).not.toBe(right);
});
