import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { medianBySorting } from '../../test/median-by-sorting.ts';
import { medianNarrow } from './median-narrow.ts';

test.each([3, 5, 9, 15])(
  'a window of %d rows and columns has the median of its sorted pixels',
  (size) => {
    for (const image of [images.noise(12, 9), images.leaves(9, 14), images.noise(1, 5)]) {
      expect([...medianNarrow(image, size)]).toEqual(medianBySorting(image, size));
    }
  },
);

test('an image of one channel is filtered', () => {
  const grey = { height: 1, width: 5, channels: 1, data: Uint8Array.of(9, 1, 8, 2, 7) };
  expect([...medianNarrow(grey, 3)]).toEqual([9, 8, 2, 7, 7]);
});
