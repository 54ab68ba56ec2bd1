const MOST_ROWS = 60;

/**
 * The rows of a sorted plot that are worth drawing: all of them up to 60, of longer lists the first and the last 30.
 *
 * @returns The rows, and words for the axis that say what was left out.
 */
export function firstAndLast<T>(sorted: readonly T[]): { rows: readonly T[]; note: string } {
  if (sorted.length <= MOST_ROWS) return { rows: sorted, note: '' };
  const half = MOST_ROWS / 2;
  const rows = [...sorted.slice(0, half), ...sorted.slice(-half)];
  return { rows, note: `; the first and the last ${half} of ${sorted.length} classes` };
}
