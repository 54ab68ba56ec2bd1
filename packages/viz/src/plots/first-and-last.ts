const MOST_ROWS = 60;

/**
 * The rows of a sorted list to draw: all rows if there are at most 60, or else the first and the last 30.
 *
 * @returns The rows, and a note for the axis title if rows are left out; empty otherwise.
 */
export function firstAndLast<T>(sorted: readonly T[]): { rows: readonly T[]; note: string } {
  if (sorted.length <= MOST_ROWS) return { rows: sorted, note: '' };
  const half = MOST_ROWS / 2;
  const rows = [...sorted.slice(0, half), ...sorted.slice(-half)];
  return { rows, note: `; the first and the last ${half} of ${sorted.length} classes` };
}
