import { SproutError } from '@sprout/core';

/** A row of a table: values by the names of their columns. */
export type Row = Readonly<Record<string, unknown>>;

const MODES = ['categorical', 'binary', 'sparse', 'input', 'raw', 'multi-output', null] as const;

/** The kind of labels of rows. */
export type RowClassMode = (typeof MODES)[number];

interface ColumnOptions {
  readonly xCol?: string;
  readonly yCol?: string | readonly string[];
  readonly weightCol?: string | null;
  readonly classMode?: RowClassMode;
}

/** The columns of a table, checked. */
export interface CheckedColumns {
  readonly xCol: string;
  readonly yCols: readonly string[];
  readonly weightCol: string | null;
  readonly mode: RowClassMode;
}

/** Whether rows of this mode have classes. */
export function hasClasses(mode: RowClassMode): boolean {
  return mode === 'categorical' || mode === 'binary' || mode === 'sparse';
}

/** Checks that the values of the columns fit the mode. @throws {SproutError} `option-invalid`. */
export function checkColumns(
  table: readonly Row[],
  {
    xCol = 'filename',
    yCol = 'class',
    weightCol = null,
    classMode: mode = 'categorical',
  }: ColumnOptions,
): CheckedColumns {
  if (!MODES.includes(mode)) refuse('classMode', mode, `one of ${MODES.join(', ')}`);
  if (mode === 'multi-output' && typeof yCol === 'string')
    refuse('yCol', yCol, 'a list of columns for multi-output');
  const yCols = [yCol].flat();
  const every = (column: string, holds: (value: unknown) => boolean): boolean =>
    table.every((row) => holds(row[column]));
  if (!every(xCol, isText)) refuse('xCol', xCol, 'a column of paths');
  const [first = ''] = yCols;
  if ((mode === 'binary' || mode === 'sparse') && !every(first, isText))
    refuse('yCol', first, `a column of texts for ${mode}`);
  if (mode === 'categorical' && !every(first, (value) => isText(value) || Array.isArray(value)))
    refuse('yCol', first, 'a column of texts or lists for categorical');
  if (weightCol !== null && !every(weightCol, (value) => typeof value === 'number'))
    refuse('weightCol', weightCol, 'a column of numbers');
  return { xCol, yCols, weightCol, mode };
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function refuse(option: string, value: unknown, rule: string): never {
  throw new SproutError('option-invalid', { option, value: String(value), rule });
}
