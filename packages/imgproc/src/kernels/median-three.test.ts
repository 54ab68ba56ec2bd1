import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianBySorting } from '../../test/median-by-sorting.ts';
import { medianThree } from './median-three.ts';

test('every window of 3 x 3 has the median of its sorted pixels', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.uint8Array({ minLength: 75, maxLength: 75 }),
      (height, width, values) => {
        const data = values.subarray(0, height * width * 3);
        const image = { height, width, channels: 3, data };
        expect([...medianThree(image)]).toEqual(medianBySorting(image, 3));
      },
    ),
  );
});

test('the extreme values of a channel do not change the next channel', () => {
  const data = Uint8Array.of(255, 0, 255, 0, 255, 0, 255, 0, 255);
  const image = { height: 1, width: 3, channels: 3, data };
  expect([...medianThree(image)]).toEqual(medianBySorting(image, 3));
});
