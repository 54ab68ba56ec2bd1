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

test.each([0, 20, 128])('has them too for hues that are whole numbers, turned by %d', (steps) => {
  for (const base of [0, 100, 238]) {
    const data = new Uint8Array(3 * 18 ** 3);
    for (let at = 0; at < 18 ** 3; at++) {
      data[3 * at] = base + (at % 18);
      data[3 * at + 1] = base + (Math.floor(at / 18) % 18);
      data[3 * at + 2] = base + Math.floor(at / 324);
    }
    const source = { height: 18, width: 324, channels: 3, data };
    expect(turnHue(source, steps)).toEqual(turnScalar(source, steps));
  }
});
