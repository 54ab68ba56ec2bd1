import type { Rng } from './rng.ts';

/**
 * Draws numbers from 0 to 1 with the sum 1 from the symmetric Dirichlet distribution. The first of two numbers has the distribution
 * Beta(alpha, alpha).
 *
 * @param count How many numbers are drawn, at least 1.
 * @param alpha Above 0. With a larger `alpha` the numbers differ less; with 1 the distribution is uniform.
 */
export function drawShares(rng: Rng, count: number, alpha: number): number[] {
  const drawn = Array.from({ length: count }, () => drawGamma(rng, alpha));
  const sum = drawn.reduce((total, value) => total + value, 0);
  return drawn.map((value) => (sum > 0 ? value / sum : 1 / count));
}

/** Draws from the gamma distribution with the scale 1 (Marsaglia and Tsang, 2000). @param shape Above 0. */
export function drawGamma(rng: Rng, shape: number): number {
  if (shape < 1) return drawGamma(rng, shape + 1) * (1 - rng.uniform(0, 1)) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = rng.normal(0, 1);
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    const limit = 0.5 * normal * normal + d - d * cube + d * Math.log(cube);
    if (Math.log(1 - rng.uniform(0, 1)) < limit) return d * cube;
  }
}
