import { expect, test } from 'vitest';
import { planeOf } from '../../test/small-images.ts';
import { differenceHash } from './difference-hash.ts';

test('the difference hash has a bit set where a pixel is brighter than its right neighbour', () => {
  const falling = Array.from({ length: 8 }, () => [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(differenceHash(planeOf(falling))).toBe('ffffffffffffffff');
  expect(differenceHash(planeOf([...falling.slice(1), [1, 2, 3, 4, 5, 6, 7, 8, 7]]))).toBe(
    'ffffffffffffff01',
  );
});
