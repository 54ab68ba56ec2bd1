import type { ScannedFolder } from '@sprout/core';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { groupsOf } from './groups-of.ts';
import type { InnerSplitOptions } from './inner-split.ts';

/** How a configuration splits a scanned folder. @throws {SproutError} as `groupsOf`. */
export async function splitOptionsOf(
  scan: ScannedFolder,
  { data, train }: ResolvedTraining,
  emit: Context['emit'],
): Promise<InnerSplitOptions> {
  const groups =
    data.groupBy === undefined || data.split !== undefined || scan.parts?.validation !== undefined
      ? undefined
      : await groupsOf(data.groupBy, scan, emit);
  return { ...data, groups, seed: train.seed };
}
