/**
 * The largest distance between the shares of the numbers below each point and a distribution function (Kolmogorov's statistic)
 * times the square root of their count. For numbers of this distribution it is below 1.95 with a probability of 99.9 %.
 */
export function kolmogorov(
  numbers: readonly number[],
  distribution: (number: number) => number,
): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const count = sorted.length;
  const farthest = sorted.reduce((most, number, position) => {
    const expected = distribution(number);
    return Math.max(most, expected - position / count, (position + 1) / count - expected);
  }, 0);
  return farthest * Math.sqrt(count);
}

/** The uniform distribution function of an interval. */
export function uniformOn(low: number, high: number): (number: number) => number {
  return (number) => Math.min(1, Math.max(0, (number - low) / (high - low)));
}

/** Pearson's statistic of values that are drawn with the given probabilities. Other values make it infinite. */
export function chiSquare(
  values: readonly (string | number)[],
  probabilities: ReadonlyMap<string | number, number>,
): number {
  if (values.some((value) => !probabilities.has(value))) return Infinity;
  return Array.from(probabilities).reduce((sum, [value, probability]) => {
    const expected = probability * values.length;
    const count = values.filter((each) => each === value).length;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/** The 99.9 % quantiles of chi-square, by degrees of freedom: one less than there are values. */
export const CHI_SQUARE = { 1: 10.83, 2: 13.82, 3: 16.27, 4: 18.47, 5: 20.52, 6: 22.46 } as const;
