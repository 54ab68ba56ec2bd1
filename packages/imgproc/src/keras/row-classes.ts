import { SproutError, sortedByCodePoint } from '@sprout/core';
import { type CheckedColumns, hasClasses, type Row } from './row-columns.ts';

interface GivenClasses {
  readonly given: readonly string[] | undefined;
  /** Whether the given classes are sorted. */
  readonly isSorted: boolean;
}

/**
 * The rows that have a label, and the label of each class. The classes are those of the table in code-point order, or the given ones,
 * which Keras 3 leaves in their order.
 *
 * @param given The classes to keep; all if there are none.
 * @throws {SproutError} `option-invalid` for `binary` unless there are two classes.
 */
export function rowClasses(
  table: readonly Row[],
  { yCols: [yCol = ''], mode }: CheckedColumns,
  { given = [], isSorted }: GivenClasses,
): { readonly rows: readonly Row[]; readonly labelOf: ReadonlyMap<string, number> } {
  if (!hasClasses(mode)) return { rows: table, labelOf: new Map() };
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
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  if (!isGiven) return { rows: table, labelOf };
  return { rows: table.filter((row) => labelsIn(row[yCol], labelOf).length > 0), labelOf };
}

/** The labels of a value that is a class or a list of classes. Classes without a label are left out. */
export function labelsIn(value: unknown, labelOf: ReadonlyMap<string, number>): number[] {
  return [value].flat().flatMap((name) => labelOf.get(String(name)) ?? []);
}
