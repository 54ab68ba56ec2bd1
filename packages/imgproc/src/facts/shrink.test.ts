import { expect, test } from 'vitest';
import { planeOf } from '../../test/small-images.ts';
import { shrink } from './shrink.ts';

test('shrinking averages equal areas, also where an area covers a part of a pixel', () => {
  expect([...shrink(planeOf([[0, 30, 60]]), { height: 1, width: 2 }).values]).toEqual([10, 50]);
  expect([...shrink(planeOf([[8], [4]]), { height: 1, width: 1 }).values]).toEqual([6]);
  expect([...shrink(planeOf([[8, 4]]), { height: 1, width: 4 }).values]).toEqual([8, 8, 4, 4]);
});
