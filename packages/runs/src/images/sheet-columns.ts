const LEAST = 6;
const USUAL = 8;
const MOST = 10;

/**
 * The number of columns of a sheet, 6 to 10, so that the last row has the fewest empty places; of equally good numbers the one nearest
 * to 8. Up to 8 pictures are one row.
 */
export function sheetColumns(pictures: number): number {
  if (pictures <= USUAL) return USUAL;
  const empty = (columns: number): number => (columns - (pictures % columns)) % columns;
  const distance = (columns: number): number => Math.abs(columns - USUAL);
  const numbers = Array.from({ length: MOST - LEAST + 1 }, (_, at) => LEAST + at);
  const [best = USUAL] = numbers.toSorted(
    (a, b) => empty(a) - empty(b) || distance(a) - distance(b) || b - a,
  );
  return best;
}
