import { expect, test } from 'vitest';
import { normalCdf } from './normal-cdf.ts';

// scipy.stats.norm.cdf
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1.959963984540054, 0.025],
  [3.5, 0.9997673709209645],
  [-6, 9.865876450376946e-10],
  [9, 1],
  [-9, 0],
  [Infinity, 1],
  [-Infinity, 0],
])('below %d lies the share %d', (x, share) => {
  expect(Math.abs(normalCdf(x) - share)).toBeLessThan(1e-15);
});
