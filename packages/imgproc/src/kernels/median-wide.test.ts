import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { medianBySorting } from '../../test/median-by-sorting.ts';
import { medianWide } from './median-wide.ts';

test.each([3, 9, 17, 31])(
  'a window of %d rows and columns has the median of its sorted pixels',
  (size) => {
    for (const image of [images.noise(12, 9), images.leaves(9, 14), images.noise(1, 5)]) {
      expect([...medianWide(image, size)]).toEqual(medianBySorting(image, size));
    }
  },
);

test('an image of one channel is filtered', () => {
  const grey = { height: 1, width: 5, channels: 1, data: Uint8Array.of(9, 1, 8, 2, 7) };
  expect([...medianWide(grey, 3)]).toEqual([9, 8, 2, 7, 7]);
});
