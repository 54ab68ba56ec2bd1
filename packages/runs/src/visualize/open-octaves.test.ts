import { expect, test } from 'vitest';
import { octaveSizes } from './open-octaves.ts';

test('the last size is that of the model, the others are smaller by the scale', () => {
  const sizes = octaveSizes({ height: 224, width: 112 }, { octaves: 3, octaveScale: 1.4 });
  expect(sizes).toEqual([
    { height: 114, width: 57 },
    { height: 160, width: 80 },
    { height: 224, width: 112 },
  ]);
});

test('one octave has the size of the model, however small', () => {
  const size = { height: 4, width: 4 };
  expect(octaveSizes(size, { octaves: 1, octaveScale: 1.4 })).toEqual([size]);
});

test.each([
  [{ octaves: 0, octaveScale: 1.4 }, 'octaves must be a whole number from 1 to 10'],
  [{ octaves: 2, octaveScale: 1 }, 'octaveScale must be a number above 1 and at most 4'],
  [{ octaves: 5, octaveScale: 1.4 }, 'so few that the smallest image, here 10 x 10, has at least'],
])('refuses %j', (wrong, message) => {
  expect(() => octaveSizes({ height: 40, width: 40 }, wrong)).toThrow(message);
});
