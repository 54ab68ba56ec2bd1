/** The side of the window that `GaussianBlur` of imgaug 0.4.0 takes for a deviation: odd, at least 5. */
export function imgaugSize(deviation: number): number {
  const width = deviation < 3 ? 3.3 : deviation < 5 ? 2.9 : 2.6;
  return Math.max(5, Math.trunc(width * deviation) | 1);
}
