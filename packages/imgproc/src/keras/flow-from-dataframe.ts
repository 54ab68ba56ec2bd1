import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { hasKerasExtension } from './class-files.ts';
import type { FlowContext } from './flow-context.ts';
import { type FileBatch, type FilesOptions, flowFromFiles } from './flow-from-files.ts';
import type { KerasBatches } from './keras-batches.ts';
import { labelsOf } from './labels.ts';
import { labelsIn, rowClasses } from './row-classes.ts';
import { type CheckedColumns, checkColumns, type Row, type RowClassMode } from './row-columns.ts';
import { subsetRange } from './subset-range.ts';
import { traitsOf } from './transform/traits.ts';

export interface FlowFromDataframeOptions extends FilesOptions {
  /** The folder that relative paths start from. @default the current folder */
  readonly directory?: string;
  /** The column of the paths. @default filename */
  readonly xCol?: string;
  /** The column of the labels, or for `multi-output` a list of columns. @default class */
  readonly yCol?: string | readonly string[];
  /** A column of weights. @default no weights */
  readonly weightCol?: string | null;
  /** The classes to keep; other labels are removed, and rows without labels left out. @default all classes */
  readonly classes?: readonly string[] | undefined;
  /**
   * The labels: as for folders, or `raw`, the values of `yCol`, or `multi-output`, a list of values for each of the columns. Labels of
   * `categorical` may be lists. @default categorical
   */
  readonly classMode?: RowClassMode;
  /** Whether rows are left out whose file does not exist or has no extension of an image. @default true */
  readonly validateFilenames?: boolean;
}

/** A batch of files with the values of their rows. */
export interface RowBatch extends FileBatch {
  readonly y: Float32Array | readonly unknown[] | null;
  readonly sampleWeight: readonly number[] | null;
}

/** Batches of the files that the rows of a table name. */
export interface RowBatches extends KerasBatches<RowBatch> {
  readonly filenames: readonly string[];
  /** The classes with their labels; none for `input`, `raw`, `multi-output` and `null`. */
  readonly classIndices: Readonly<Record<string, number>>;
  /** The paths of the rows that `validateFilenames` has left out. Keras prints a warning with their number. */
  readonly leftOut: readonly string[];
}

/**
 * Batches of the files that the rows of a table name: `flow_from_dataframe` of Keras.
 *
 * @throws {SproutError} `option-invalid` for columns or classes that do not fit. Batches are rejected with the errors of `decode`.
 */
export async function flowFromDataframe(
  table: readonly Row[],
  options: FlowFromDataframeOptions,
  context: FlowContext,
): Promise<RowBatches> {
  const { validationSplit, compat } = context.pipeline.options;
  const columns = checkColumns(table, options);
  const pathOf = (row: Row): string => String(row[columns.xCol]);
  const folder = options.directory ?? '';
  const isImage =
    options.validateFilenames === false
      ? table.map(() => true)
      : await areImages(table.map(pathOf), folder);
  const valid = table.filter((_, at) => isImage[at]);
  const { rows: kept, labelOf } = rowClasses(valid, columns, {
    given: options.classes,
    isSorted: traitsOf(compat).sortsGivenClasses,
  });
  const { start, stop } = subsetRange(kept.length, { subset: options.subset, validationSplit });
  const rows = kept.slice(start, stop);
  const filenames = rows.map(pathOf);
  const extend = extension(rows, columns, labelOf);
  const batches = flowFromFiles({ folder, filenames }, { ...options, extend }, context);
  const leftOut = table.filter((_, at) => !isImage[at]).map(pathOf);
  return { ...batches, filenames, classIndices: Object.fromEntries(labelOf), leftOut };
}

/** Whether each path has an extension of an image and is a file. */
function areImages(paths: readonly string[], folder: string): Promise<boolean[]> {
  return Promise.all(
    paths.map(async (name) => {
      if (!hasKerasExtension(name)) return false;
      const path = isAbsolute(name) ? name : join(folder, name);
      return (await stat(path).catch(() => null))?.isFile() ?? false;
    }),
  );
}

/** Makes the labels and the weights of a batch. */
function extension(
  rows: readonly Row[],
  { yCols, weightCol, mode }: CheckedColumns,
  labelOf: ReadonlyMap<string, number>,
): (batch: FileBatch) => Pick<RowBatch, 'y' | 'sampleWeight'> {
  const column = (name: string, { indices }: FileBatch): unknown[] =>
    Array.from(indices, (index) => rows[index]?.[name]);
  const [yCol = ''] = yCols;
  const labels = rows.map((row) => labelsIn(row[yCol], labelOf));
  const y = (batch: FileBatch): RowBatch['y'] => {
    if (mode === 'raw') return column(yCol, batch);
    if (mode === 'multi-output') return yCols.map((name) => column(name, batch));
    return labelsOf(batch, { mode, labels, classes: labelOf.size });
  };
  const weights = (batch: FileBatch): number[] | null =>
    weightCol === null ? null : column(weightCol, batch).map(Number);
  return (batch) => ({ y: y(batch), sampleWeight: weights(batch) });
}
