/** The normal quantile of a 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % confidence interval of a share that was measured on `count` images.
 *
 * @param share 0 to 1.
 * @returns Lower and upper bound, 0 to 1; `[0, 1]` if `count` is 0.
 * @see Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference".
 */
export function wilsonInterval(share: number, count: number): readonly [number, number] {
  if (count === 0) return [0, 1];
  const z2 = Z ** 2 / count;
  const centre = share + z2 / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count));
  return [Math.max(0, (centre - half) / (1 + z2)), Math.min(1, (centre + half) / (1 + z2))];
}
