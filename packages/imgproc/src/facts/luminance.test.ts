import { expect, test } from 'vitest';
import { imageOf, white } from '../../test/small-images.ts';
import { luminance } from './luminance.ts';

test('luminance weighs green most and leaves grey as it is', () => {
  const { values } = luminance(imageOf([[[255, 0, 0], [0, 255, 0], [0, 0, 255], white]]));
  expect([...values].map(Math.round)).toEqual([76, 150, 29, 255]);
  const grey = { height: 1, width: 2, channels: 1, data: Uint8Array.of(7, 9) };
  expect([...luminance(grey).values]).toEqual([7, 9]);
});
