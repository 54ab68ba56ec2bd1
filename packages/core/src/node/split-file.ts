import type { Dataset } from '../dataset/dataset.ts';
import type { Split } from '../dataset/split.ts';
import { formatSplit, parseSplit, type ReadSplit } from '../dataset/split-table.ts';
import { readText } from './read-text.ts';
import { writeAtomic } from './write-atomic.ts';

export interface WriteSplitOptions {
  readonly dataset: Pick<Dataset, 'classes'>;
  readonly split: Split;
  /** Adds the column `group`. */
  readonly groups?: ((id: string) => string) | undefined;
}

/** Writes a split as `split.csv` (path, class, subset, group). @throws {SproutError} `file-unwritable` */
export async function writeSplit(
  file: string,
  { dataset, split, groups }: WriteSplitOptions,
): Promise<void> {
  await writeAtomic(file, formatSplit(dataset, split, groups));
}

/** Reads a split that was written for this data set. @throws {SproutError} `file-missing`, `file-invalid` */
export async function readSplit(file: string, dataset: Dataset): Promise<ReadSplit> {
  const text = await readText(file);
  return parseSplit(text, dataset, file);
}
