/**
 * The correlation (Pearson) of the thumbnails of two pictures, -1 to 1. It is 1 for the same picture, also when one is
 * brighter or has more contrast. `undefined` when one of them is almost uniform, so that the correlation means nothing.
 */
export function likeness(a: Uint8Array, b: Uint8Array): number | undefined {
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let at = 0; at < a.length; at++) {
    const awayA = a[at]! - meanA;
    const awayB = b[at]! - meanB;
    both += awayA * awayB;
    squaresA += awayA * awayA;
    squaresB += awayB * awayB;
  }
  const flat = 2 * a.length; // a standard deviation of 1.4
  return squaresA < flat || squaresB < flat ? undefined : both / Math.sqrt(squaresA * squaresB);
}

function mean(values: Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
