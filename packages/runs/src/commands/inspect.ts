import {
  type HealthReport,
  readSplit,
  type ScannedFolder,
  scanFolder,
  splitByParts,
} from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { examineImages } from '../images/examine-images.ts';

export interface InspectOptions {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The path of a split manifest, to find duplicates in both of its subsets. A folder that is divided already has a split. */
  readonly split?: string | undefined;
  /** Whether links that lead out of the folder are followed. Not by default. */
  readonly followLinks?: boolean | undefined;
  /** The largest number of pixels of an image file; an image with more is bad. 268,402,689 by default. */
  readonly pixelLimit?: number | undefined;
  /** Image workers, 0 to 64. */
  readonly workers?: number | undefined;
}

/** The health report of a data set, and the paths that the scan left out. */
export interface InspectResult
  extends HealthReport, Pick<ScannedFolder, 'folder' | 'skipped' | 'warnings'> {}

/** See `inspect` in `data-commands.ts`. */
export async function inspect(
  { folder, split: manifest, followLinks = false, pixelLimit, workers }: InspectOptions,
  context?: RunContext,
): Promise<InspectResult> {
  const scan = await scanFolder(folder, { minimumClasses: 1, followOutside: followLinks });
  const part = scan.parts?.validation;
  const divided = part === undefined ? undefined : splitByParts(scan, part);
  const split = manifest === undefined ? divided : await readSplit(manifest, scan);
  await using pool = await createImagePool({ workers, pixelLimit });
  const health = await examineImages(pool, scan, { split, ...contextOf(context) });
  const { skipped, warnings } = scan;
  return { folder, ...health, skipped, warnings };
}
