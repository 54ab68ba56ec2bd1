import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { medianInWasm } from './median-in-wasm.ts';
import { medianNarrow } from './median-narrow.ts';

const side = fc.integer({ min: 1, max: 40 });
const image = fc.constantFrom(images.noise, images.leaves);

test.each([3, 5, 7, 9, 15])('windows of %d have the medians of the scalar code', (size) => {
  fc.assert(
    fc.property(image, side, side, (make, height, width) => {
      const source = make(height, width);
      expect(Buffer.compare(medianInWasm(source, size)!, medianNarrow(source, size))).toBe(0);
    }),
  );
});

test.each([5, 7])(
  'windows of %d whose values are all 0 or 1 have the more frequent one',
  (size) => {
    const source = images.noise(60, 60);
    const data = source.data.map((value) => value & 1);
    const expected = medianNarrow({ ...source, data }, size);
    expect(Buffer.compare(medianInWasm({ ...source, data }, size)!, expected)).toBe(0);
  },
);

test('other sizes have no kernel', () => {
  expect(medianInWasm(images.noise(4, 4), 17)).toBeUndefined();
});
