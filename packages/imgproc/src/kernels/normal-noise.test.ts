import { expect, test } from 'vitest';
import { normalCdf } from './normal-cdf.ts';
import { normalTable } from './normal-noise.ts';

/** The exact probability of a number. */
function share(table: ReturnType<typeof normalTable>, number: number): number {
  const { thresholds, values, bits } = table;
  const whole = 2 ** (32 - bits);
  return thresholds.reduce((sum, threshold, cell) => {
    const first = values[2 * cell] === number ? threshold : 0;
    const second = values[2 * cell + 1] === number ? whole - threshold : 0;
    return sum + (first + second) / 2 ** 32;
  }, 0);
}

test.each([
  [0, 12.75],
  [3.2, 0.4],
  [-20, 60],
])('mean %d, deviation %d: each number has its exact probability', (mean, deviation) => {
  const table = normalTable(mean, deviation);
  for (const number of [-60, -21, -3, 0, 1, 3, 4, 40]) {
    const [low, high] = [number - 0.5, number + 0.5].map((end) =>
      normalCdf((end - mean) / deviation),
    );
    expect(Math.abs(share(table, number) - (high! - low!))).toBeLessThan(1e-7);
  }
});

test('numbers beyond 255 count as 255', () => {
  const table = normalTable(0, 255);
  expect(share(table, 255)).toBeCloseTo(1 - normalCdf(254.5 / 255), 6);
});

test('without a deviation the mean is always drawn', () => {
  expect(share(normalTable(7, 0), 7)).toBeCloseTo(1, 9);
});
