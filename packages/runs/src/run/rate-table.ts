import { formatCsv, SproutError } from '@sprout/core';
import type { RateSweep } from '@sprout/train';
import { readTable } from './read-table.ts';

const COLUMNS = ['rate', 'loss', 'smoothed', 'suggested'];

/** A sweep as CSV. Each row repeats the suggestion. */
export function rateTable({ steps, suggestion }: RateSweep): string {
  const rows = steps.map(({ rate, loss, smoothed }) => [rate, loss, smoothed, suggestion]);
  return formatCsv([COLUMNS, ...rows]);
}

/** Reads what `rateTable` wrote. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readRates(file: string): Promise<RateSweep> {
  const rows = (await readTable(file, COLUMNS)).map((cells) => cells.map(Number));
  const [first] = rows;
  if (first === undefined || rows.some((row) => !row.every((number) => number > 0))) {
    const reason = 'each line after the first must have four numbers above 0';
    throw new SproutError('file-invalid', { file, reason });
  }
  const steps = rows.map(([rate = NaN, loss = NaN, smoothed = NaN]) => ({ rate, loss, smoothed }));
  return { steps, suggestion: first[3]! }; // checked above
}
