/** Rounds to the nearest whole number, halves to the even one: `round` of Python, `cvRound` of OpenCV. */
export function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest === 0.5) return down + (down & 1);
  return rest < 0.5 ? down : down + 1;
}
