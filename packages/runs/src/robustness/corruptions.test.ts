import { parseAugmentation } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { CORRUPTIONS } from './corruptions.ts';

test.each(Object.entries(CORRUPTIONS))('%s has an op for each severity', (_, corruption) => {
  for (const side of [16, 224, 512]) {
    const ops = corruption(side);
    expect(ops).toHaveLength(5);
    expect(() => ops.map((op) => parseAugmentation([op]))).not.toThrow();
    expect(new Set(ops.map((op) => JSON.stringify(op))).size).toBeGreaterThan(side < 224 ? 0 : 4);
  }
});

test('the numbers are those of ImageNet-C at 224 pixels, and lengths shrink with the images', () => {
  const ops = (name: string, side: number) => CORRUPTIONS[name]!(side);
  expect(ops('gaussian-noise', 64)[4]).toEqual({
    op: 'gaussian-noise',
    deviation: [96.9, 96.9],
  });
  expect(ops('defocus-blur', 224)[2]).toMatchObject({ radius: [6, 6], softness: [0.5, 0.5] });
  expect(ops('defocus-blur', 112)[2]).toMatchObject({ radius: [3, 3], softness: [0.25, 0.25] });
  expect(ops('motion-blur', 224)[4]).toMatchObject({ size: [31, 31] });
  expect(ops('motion-blur', 64)[0]).toMatchObject({ size: [3, 3] });
  expect(ops('jpeg', 64).map((op) => op['quality'])).toEqual(
    [25, 18, 15, 10, 7].map((q) => [q, q]),
  );
});
