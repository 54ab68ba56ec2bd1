/**
 * Returns a function from a colour to its squared redmean distance from `other`, in whole numbers and with shifts, as the
 * mask of the plant seedlings defines it: 0 to about 585,000.
 */
export function redmeanDistance([otherRed, otherGreen, otherBlue]: readonly [
  number,
  number,
  number,
]): (red: number, green: number, blue: number) => number {
  return (red, green, blue) => {
    const mean = (red + otherRed) >> 1;
    const dr = red - otherRed;
    const dg = green - otherGreen;
    const db = blue - otherBlue;
    return (((512 + mean) * dr * dr) >> 8) + 4 * dg * dg + (((767 - mean) * db * db) >> 8);
  };
}
