import { expect, test } from 'vitest';
import { lattice } from './lattice.ts';

test.each([
  [1, 1],
  [7, 3],
  [8, 4],
  [9, 4],
])('a straight line over %d pixels, with a step of %d, is interpolated exactly', (side, step) => {
  const { first, count, pointBefore, weights } = lattice(side, step);
  for (let pixel = 0; pixel < side; pixel++) {
    const before = pointBefore[pixel]!;
    const around = [0, 1, 2, 3].map((at) => first + (before + at) * step);
    const sum = around.reduce((total, place, at) => total + place * weights[4 * pixel + at]!, 0);
    expect(sum).toBeCloseTo(pixel, 12);
    expect(before + 3).toBeLessThan(count);
  }
});
