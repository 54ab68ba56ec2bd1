/**
 * The squared redmean distance of two colours, in whole numbers and with shifts, as the mask of the plant seedlings
 * defines it.
 *
 * @returns 0 to about 585,000.
 */
// oxlint-disable-next-line eslint/max-params -- called for millions of colours, for which no array is allocated
export function redmeanDistance(
  red: number,
  green: number,
  blue: number,
  [otherRed, otherGreen, otherBlue]: readonly [number, number, number],
): number {
  const mean = (red + otherRed) >> 1;
  const dr = red - otherRed;
  const dg = green - otherGreen;
  const db = blue - otherBlue;
  return (((512 + mean) * dr * dr) >> 8) + 4 * dg * dg + (((767 - mean) * db * db) >> 8);
}
