import { type HealthReport, scanFolder } from '@sprout/core';
import { featureRows, findWrongLabels, type ModelDefinition } from '@sprout/train';
import { join } from 'node:path';
import { fixedSize } from '../config/fixed-size.ts';
import { resolveFeatures } from '../config/resolve-features.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { checkClasses } from '../images/check-classes.ts';
import { checkImages } from '../images/check-images.ts';
import { checkOutside } from '../images/check-outside.ts';
import { groupsOf } from '../images/groups-of.ts';
import { openSource } from '../images/open-source.ts';
import { DEFAULTS } from '../options/limits.ts';
import { openBase } from '../transfer/open-base.ts';
import { transferOf } from '../transfer/transfer-of.ts';
import { labelBase } from './label-base.ts';
import { labelGroups } from './label-groups.ts';
import type { LabelOptions } from './label-options.ts';
import type { LabelReport } from './label-report.ts';
import { pooledFeatures } from './pooled-features.ts';
import { writeLabels } from './write-labels.ts';

/**
 * Opens the base that judges the labels of a folder, so that mistakes in the options are found before the images are read.
 *
 * @returns A function that judges the labels, given the duplicates of the data set.
 * @throws {SproutError} as `labelBase`, `resolveFeatures` and `openBase`.
 */
export async function openLabels(
  options: LabelOptions,
  context: Context,
): Promise<(health: Pick<HealthReport, 'duplicates'>) => Promise<LabelReport>> {
  const { folder, runs = DEFAULTS.runs, out, groupBy } = options;
  const { runs: _, out: __, ...given } = options;
  if (out !== undefined) await checkOutside(folder, out, { option: 'out' });
  await checkOutside(folder, runs, { option: 'runs' });
  const own = { ...given, ...labelBase(options), onBad: 'skip', cache: false } as const;
  const resolved = await resolveFeatures(own, { onEvent: context.emit, signal: context.signal });
  const size = fixedSize(resolved.recipe);
  const base = await openBase(transferOf(resolved.model)!, { ...size, restored: false }); // checked by `resolveFeatures`
  return ({ duplicates }) =>
    judgeLabels({ ...context, folder, runs, out, groupBy, resolved, base, duplicates });
}

interface JudgeLabelsOptions extends Context, Pick<HealthReport, 'duplicates'> {
  readonly folder: string;
  readonly runs: string;
  readonly out: string | undefined;
  readonly groupBy: string | undefined;
  readonly resolved: ResolvedTraining;
  readonly base: ModelDefinition;
}

async function judgeLabels(options: JudgeLabelsOptions): Promise<LabelReport> {
  const { folder, runs, out, groupBy, resolved, base, duplicates, ...context } = options;
  const { recipe, data, model } = resolved;
  const { signal } = context;
  const scan = await scanFolder(folder, {
    followOutside: data.followLinks,
    parts: data.parts,
    signal,
  });
  const { samples: scanned, classes } = scan;
  const cacheFolder = join(runs, '.cache');
  await using opened = await openSource(resolved, { cacheFolder, onProblem: () => undefined });
  const { source } = opened;
  const checking = { recipe, onBad: data.onBad, ...context };
  const { good: samples, bad } = await checkImages(source, scanned, checking);
  checkClasses(scan, samples, bad);
  const nameOf = groupBy === undefined ? ownGroup : await groupsOf(groupBy, scan, context.emit);
  const groups = labelGroups(samples, { nameOf, duplicates });
  const images = { samples, scanned, source, cacheFolder };
  const features = await pooledFeatures({ resolved, base, ...images, ...context });
  context.signal.throwIfAborted();
  const rows = featureRows(features, samples.length);
  const labels = Array.from(samples, ({ label }) => label);
  const { seed } = resolved.train;
  const judging = { labels, classes: classes.length, groups, seed };
  const task = { task: 'judge', total: samples.length } as const;
  const found = await runTask(context, task, async (onProgress) =>
    findWrongLabels(rows, { ...judging, onProgress }),
  );
  const shown = { folder, classes, samples, source, base: model.name };
  return await writeLabels(out, { ...shown, found, rows, seed });
}

function ownGroup(id: string): string {
  return id;
}
