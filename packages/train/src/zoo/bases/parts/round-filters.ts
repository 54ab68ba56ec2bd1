/** The multiple of 8 nearest to a number of filters, 8 at least, and at most 10 % below the number. */
export function roundFilters(filters: number): number {
  const nearest = Math.max(8, Math.floor((filters + 4) / 8) * 8);
  return nearest < 0.9 * filters ? nearest + 8 : nearest;
}
