/** Covers the rounding of a number that is drawn on another scale, such as the logarithm. */
const ROUNDING = 1e-9;

/** Why a drawn number does not fit the interval that it was drawn from; `undefined` if it fits. */
export function outsideInterval(
  value: number,
  [low, high]: readonly [low: number, high: number],
): string | undefined {
  const slack = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  if (value >= low - slack && value <= high + slack) return undefined;
  return `${value} is outside of the interval from ${low} to ${high} of the augmentation`;
}
