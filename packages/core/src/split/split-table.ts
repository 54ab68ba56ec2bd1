import { SproutError } from '../errors/sprout-error.ts';
import { formatCsv, parseCsv } from '../table/csv.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Samples } from '../dataset/samples.ts';
import { type Split, splitWhere } from './split.ts';

const COLUMNS = ['path', 'class', 'subset', 'group'] as const;

/**
 * The text of `split.csv`: one line for each sample with its path, class and subset, and its group if `groups` is
 * given.
 */
export function formatSplit(
  { classes }: Pick<Dataset, 'classes'>,
  split: Split,
  groups?: (id: string) => string,
): string {
  const rows = [
    ...subsetOf('training', split.training),
    ...subsetOf('validation', split.validation),
  ];
  const header = groups === undefined ? COLUMNS.slice(0, 3) : COLUMNS;
  return formatCsv([
    header,
    ...rows.map(({ subset, sample }) => {
      const row = [sample.id, classes[sample.label]!, subset];
      return groups === undefined ? row : [...row, groups(sample.id)];
    }),
  ]);
}

/** A split that was read from a table. */
export interface ReadSplit extends Split {
  /** Samples that the table does not list: files that were added later, for example. */
  readonly unlisted: Samples;
}

/**
 * Reads `split.csv` for a data set.
 *
 * @param file The name of the table in error messages.
 * @throws {SproutError} `file-invalid` when a column is missing, a subset is unknown, a path is listed twice, or a path is
 * not in the data set.
 */
export function parseSplit(text: string, dataset: Dataset, file: string): ReadSplit {
  const [header = [], ...rows] = parseCsv(text);
  const pathColumn = header.indexOf('path');
  const subsetColumn = header.indexOf('subset');
  if (pathColumn < 0 || subsetColumn < 0) {
    throw new SproutError('file-invalid', {
      file,
      reason: 'its first line must name the columns path and subset',
    });
  }
  const { samples } = dataset;
  const subsets = new Map<string, string>();
  for (const row of rows) {
    const path = row[pathColumn] ?? '';
    const subset = row[subsetColumn] ?? '';
    if (subset !== 'training' && subset !== 'validation') {
      const reason = `the subset of ${path} must be training or validation; received "${subset}"`;
      throw new SproutError('file-invalid', { file, reason });
    }
    if (subsets.has(path))
      throw new SproutError('file-invalid', { file, reason: `${path} is listed twice` });
    subsets.set(path, subset);
  }
  return applySubsets(samples, subsets, { folder: dataset.folder, file });
}

function applySubsets(
  samples: Samples,
  subsets: ReadonlyMap<string, string>,
  { folder, file }: { folder: string; file: string },
): ReadSplit {
  const left = new Set(subsets.keys());
  const unlisted: number[] = [];
  const listed: number[] = [];
  for (let at = 0; at < samples.length; at++)
    (left.delete(samples.idAt(at)) ? listed : unlisted).push(at);
  const [missing] = left;
  if (missing !== undefined) {
    throw new SproutError('file-invalid', {
      file,
      reason: `it lists ${missing}, which ${folder} does not hold`,
    });
  }
  const known = samples.select(listed);
  const split = splitWhere(known, (at) => subsets.get(known.idAt(at)) === 'validation');
  return { ...split, unlisted: samples.select(unlisted) };
}

function subsetOf(subset: string, samples: Samples) {
  return Array.from(samples, (sample) => ({ subset, sample }));
}
