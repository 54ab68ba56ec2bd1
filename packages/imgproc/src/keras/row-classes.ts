import { SproutError, sortedByCodePoint } from '@sprout/core';
import { type CheckedColumns, hasClasses, type Row } from './row-columns.ts';

interface GivenClasses {
  readonly given: readonly string[] | undefined;
  /** Whether the given classes are sorted. */
  readonly isSorted: boolean;
}

/**
 * The rows that have a label, and the classes: those of the table in code-point order, or the given ones, which Keras 3 leaves in their
 * order.
 *
 * @param given The classes to keep; all if there are none.
 * @throws {SproutError} `option-invalid` for `binary` unless there are two classes.
 */
export function rowClasses(
  table: readonly Row[],
  { yCols: [yCol = ''], mode }: CheckedColumns,
  { given = [], isSorted }: GivenClasses,
): { readonly rows: readonly Row[]; readonly classes: readonly string[] } {
  if (!hasClasses(mode)) return { rows: table, classes: [] };
  const found = table.flatMap((row) => [row[yCol]].flat().map(String));
  const isGiven = given.length > 0;
  const names = new Set(isGiven ? given : found);
  const classes = isGiven && !isSorted ? [...names] : sortedByCodePoint(names);
  if (mode === 'binary' && classes.length !== 2) {
    const value = `${classes.length} classes`;
    throw new SproutError('option-invalid', {
      option: 'classMode',
      value,
      rule: 'binary only with two classes',
    });
  }
  if (!isGiven) return { rows: table, classes };
  const indexOf = new Map(classes.map((name, label) => [name, label]));
  return { rows: table.filter((row) => keepClasses(row[yCol], indexOf).length > 0), classes };
}

/** The labels of a value that is a class or a list of classes, without those that have none. */
export function keepClasses(value: unknown, indexOf: ReadonlyMap<string, number>): number[] {
  return [value].flat().flatMap((name) => indexOf.get(String(name)) ?? []);
}
