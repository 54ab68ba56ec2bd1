import type { Cell } from '@sprout/core';
import type { EvaluationRecord } from './evaluation-record.ts';
import type { Use } from './seen-images.ts';

/** A record of an evaluation, with the rows of `predictions.csv`. */
export interface EvaluationResults {
  readonly evaluation: EvaluationRecord;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Marks the images of an evaluation that the run was trained or validated on: their numbers are added to the record, and a column to
 * the rows.
 *
 * @param seen How the run used images, by id. If it is `undefined`, nothing is added.
 */
export function markSeen(
  { evaluation, rows }: EvaluationResults,
  seen: ReadonlyMap<string, Use> | undefined,
): EvaluationResults {
  if (seen === undefined) return { evaluation, rows };
  const [header = [], ...own] = rows;
  const useOf = ([id]: readonly Cell[]): Use | undefined => seen.get(String(id));
  const count = (use: Use): number => own.filter((row) => useOf(row) === use).length;
  const unseen = own.filter((row) => useOf(row) === undefined);
  const right = unseen.filter(([, label, predicted]) => label === predicted);
  const isPart = unseen.length > 0 && unseen.length < own.length && evaluation.f2 === undefined;
  const numbers = {
    training: count('training'),
    validation: count('validation'),
    ...(isPart && { unseenAccuracy: right.length / unseen.length }),
  };
  return {
    evaluation: { ...evaluation, seen: numbers },
    rows: [[...header, 'seen'], ...own.map((row) => [...row, useOf(row) ?? ''])],
  };
}
