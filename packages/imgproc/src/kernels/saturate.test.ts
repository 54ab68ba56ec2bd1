import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { saturate, saturateScalar } from './saturate.ts';

const side = fc.integer({ min: 1, max: 40 });

test('has the pixels of the scalar code, whatever size and factor', () => {
  fc.assert(
    fc.property(side, side, fc.double({ min: 0, max: 3, noNaN: true }), (height, width, factor) => {
      const source = images.noise(height, width);
      expect(saturate(source, factor)).toEqual(saturateScalar(source, factor));
    }),
    { numRuns: 60 },
  );
});

test('0 gives grey, 1 changes nothing, and more is limited', () => {
  const source = imageOf([[[200, 100, 50]]]);
  expect([...saturate(source, 0).data]).toEqual([124, 124, 124]);
  expect(saturate(source, 1)).toEqual(source);
  expect([...saturate(source, 3).data]).toEqual([255, 52, 0]);
});
