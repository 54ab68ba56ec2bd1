import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { turnHue, turnScalar } from './turn-hue.ts';

const side = fc.integer({ min: 1, max: 40 });

test('has the pixels of the scalar code, whatever size and steps', () => {
  fc.assert(
    fc.property(side, side, fc.integer({ min: -300, max: 300 }), (height, width, steps) => {
      const source = images.noise(height, width);
      expect(turnHue(source, steps)).toEqual(turnScalar(source, steps));
    }),
    { numRuns: 60 },
  );
});

test('a third of a turn makes red green, and grey stays grey', () => {
  const source = imageOf([[[255, 0, 0]], [[90, 90, 90]]]);
  expect(turnHue(source, 85)).toEqual(imageOf([[[0, 255, 0]], [[90, 90, 90]]]));
});
