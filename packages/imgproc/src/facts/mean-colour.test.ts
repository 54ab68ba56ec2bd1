import { expect, test } from 'vitest';
import { black, imageOf } from '../../test/small-images.ts';
import { meanColour } from './mean-colour.ts';

test('the mean colour is that of all pixels', () => {
  expect(
    meanColour(
      imageOf([
        [black, [90, 60, 30]],
        [black, [30, 0, 90]],
      ]),
    ),
  ).toEqual([30, 15, 30]);
});
