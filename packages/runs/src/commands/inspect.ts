import {
  type HealthReport,
  readSplit,
  type ScannedFolder,
  scanFolder,
  splitByParts,
  SproutError,
} from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { join } from 'node:path';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { checkOutside } from '../images/check-outside.ts';
import { examineImages, type ExamineImagesOptions } from '../images/examine-images.ts';
import { isSquash } from '../images/keeps-proportions.ts';
import type { LabelOptions } from '../labels/label-options.ts';
import type { LabelReport } from '../labels/label-report.ts';
import { openLabels } from '../labels/open-labels.ts';
import { DEFAULTS } from '../options/limits.ts';
import {
  claimInspectionFolder,
  type InspectionFiles,
  writeInspection,
} from '../report/write-inspection.ts';
import { pathExists } from '../run/path-exists.ts';

export interface InspectOptions extends Omit<LabelOptions, 'out'> {
  /** Whether the labels are judged too, with the options of a base: finds images whose folder is probably wrong. This takes longer. */
  readonly labels?: boolean | undefined;
  /** The path of a split manifest, to find duplicates in both of its subsets. A folder that is divided already has a split. */
  readonly split?: string | undefined;
  /**
   * A new or empty folder, or one of an earlier call for the same data set, for `duplicates.csv`, which `groupBy` takes, and
   * `inspection.html`, which shows the duplicates. With `labels`, the judged labels are written there too. By default nothing is written.
   */
  readonly out?: string | undefined;
}

/** The health report of a data set, and the paths that the scan left out. */
export interface InspectResult
  extends HealthReport, Pick<ScannedFolder, 'folder' | 'skipped' | 'warnings'> {
  /** Only with `labels`. */
  readonly labels?: LabelReport;
  /** Only with `out`. */
  readonly files?: InspectionFiles;
}

/** See `inspect` in `data-commands.ts`. */
export async function inspect(
  { split: manifest, labels: isJudged = false, ...options }: InspectOptions,
  runContext?: RunContext,
): Promise<InspectResult> {
  const { folder, followLinks = false, pixelLimit, workers, out } = options;
  const context = contextOf(runContext);
  if (!isJudged) checkUnused(options);
  if (out !== undefined) await checkOutside(folder, out, { option: 'out' });
  const judge = isJudged ? await openLabels(options, context) : undefined;
  const { signal } = context;
  const scan = await scanFolder(folder, { minimumClasses: 1, followOutside: followLinks, signal });
  const part = scan.parts?.validation;
  const divided = part === undefined ? undefined : splitByParts(scan, part);
  const split = manifest === undefined ? divided : await readSplit(manifest, scan);
  if (out !== undefined) await claimInspectionFolder(out, folder);
  await using pool = await createImagePool({ workers, pixelLimit });
  const facts = await factsFolder(options);
  const keepsProportions = !isSquash(options.fit); // without labels, no images are resized
  const health = await examineImages(pool, scan, { split, facts, keepsProportions, ...context });
  const labels = await judge?.(health);
  const files =
    out === undefined
      ? undefined
      : await writeInspection(out, { folder, dataset: scan, health, source: pool, ...context });
  const { skipped, warnings } = scan;
  const own = { ...(labels && { labels }), ...(files && { files }) };
  return { folder, ...health, skipped, warnings, ...own };
}

/** Where facts are kept: in the cache of the runs, if they have a folder already. */
async function factsFolder({
  folder,
  runs = DEFAULTS.runs,
  pixelLimit,
}: Omit<LabelOptions, 'out'>): Promise<ExamineImagesOptions['facts']> {
  return (await pathExists(runs))
    ? { caches: join(runs, '.cache'), folder, pixelLimit }
    : undefined;
}

/** @throws {SproutError} `option-invalid` for an option that only judging labels uses. */
function checkUnused(options: LabelOptions): void {
  for (const option of [
    'config',
    'model',
    'weights',
    'groupBy',
    'size',
    'fit',
    'engine',
    'seed',
  ] as const) {
    const value = options[option];
    if (value === undefined) continue;
    const rule = 'left out unless labels are judged';
    throw new SproutError('option-invalid', { option, value: JSON.stringify(value), rule });
  }
}
