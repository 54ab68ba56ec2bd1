import type { Dataset } from '../../dataset/dataset.ts';
import type { Split } from '../../split/split.ts';
import { formatSplit, parseSplit, type ReadSplit } from '../../split/split-table.ts';
import { readText } from '../system/read-text.ts';
import { writeAtomic } from '../write/write-atomic.ts';

export interface WriteSplitOptions {
  readonly dataset: Pick<Dataset, 'classes'>;
  readonly split: Split;
  /** Adds the column `group`. */
  readonly groups?: ((id: string) => string) | undefined;
}

/** The text of `split.csv`, with the columns path, class, subset and, if `groups` is given, group. */
export function splitText({ dataset, split, groups }: WriteSplitOptions): string {
  return formatSplit(dataset, split, groups);
}

/** Writes the text of `splitText` to a file. @throws {SproutError} `file-unwritable` */
export async function writeSplit(file: string, content: WriteSplitOptions): Promise<void> {
  await writeAtomic(file, splitText(content));
}

/** Reads a split of this data set. @throws {SproutError} `file-missing`, `file-invalid` */
export async function readSplit(file: string, dataset: Dataset): Promise<ReadSplit> {
  const text = await readText(file);
  return parseSplit(text, dataset, file);
}
