import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { equalizeLightness, equalizeLightnessScalar } from './equalize-lightness.ts';

const side = fc.integer({ min: 1, max: 40 });
const size = fc.tuple(side, side);

test('has the pixels of the scalar code, whatever size, limit and tiles', () => {
  fc.assert(
    fc.property(
      size,
      fc.double({ min: 1, max: 40, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
      (sides, clipLimit, tiles) => {
        const source = images.leaves(...sides);
        const options = { clipLimit, tiles };
        expect(equalizeLightness(source, options)).toEqual(
          equalizeLightnessScalar(source, options),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('a dark ramp gets more contrast', () => {
  const data = Uint8Array.from({ length: 3 * 64 }, (_, at) => Math.floor(at / 3));
  const ramp = { height: 8, width: 8, channels: 3, data };
  const equal = equalizeLightness(ramp, { clipLimit: 4, tiles: 1 });
  expect(Math.max(...equal.data)).toBeGreaterThan(120);
});
