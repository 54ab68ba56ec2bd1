import { canonicalJson, type Sample } from '@sprout/core';
import type { ModelCard } from '@sprout/train';
import { resolve } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { sortFiles } from '../model/sort-files.ts';
import type { PredictOptions } from './predict-options.ts';
import { type PredictedFile, UNKNOWN } from './predicted-file.ts';

/** The folder of `sortInto`, whose files are counted. */
export interface CountedSorting {
  sort(sample: Sample, result: PredictedFile): Promise<PredictedFile>;
  end(context: Pick<Context, 'emit'>): void;
}

/** Sorts files into the folder of `sortInto`; `undefined` without one. @throws {SproutError} `folder-occupied` */
export async function countedSorting(
  {
    sortInto: folder,
    run,
    threshold,
    link = false,
  }: Pick<PredictOptions, 'sortInto' | 'run' | 'threshold' | 'link'>,
  { classes }: ModelCard,
): Promise<CountedSorting | undefined> {
  if (folder === undefined) return undefined;
  const purpose = `${canonicalJson({ run: resolve(run), threshold: threshold ?? 0, link })}\n`;
  const put = await sortFiles(folder, { purpose, link, classes });
  let images = 0;
  let unknown = 0;
  return {
    sort: async ({ path }, result) => {
      const sorted = await put(path, result.predicted);
      images++;
      if (result.predicted === UNKNOWN) unknown++;
      return { ...result, sorted };
    },
    end: ({ emit }) => {
      const own = threshold === undefined ? undefined : unknown;
      emit({ type: 'images-sorted', folder, images, unknown: own });
    },
  };
}
