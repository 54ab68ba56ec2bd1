/** The nearest whole number; of two that are equally near, the even one. As `np.round` and `cvRound`. */
export function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest === 0.5) return down + Math.abs(down % 2);
  return rest < 0.5 ? down : down + 1;
}
