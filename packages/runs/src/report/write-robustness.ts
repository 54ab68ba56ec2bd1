import { isSproutError, writeAtomic } from '@sprout/core';
import { corruptionCurves, type EvaluationPage, evaluationPage, renderSvg } from '@sprout/viz';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvaluationFolder } from '../run/evaluation-folder.ts';
import type { EvaluationRecord } from '../run/evaluation-record.ts';
import { pathExists } from '../run/path-exists.ts';
import { readJson } from '../run/read-json.ts';
import { type RobustnessRecord, robustnessSchema } from '../run/robustness-record.ts';
import { writePlot } from './write-plot.ts';

const PLOT = 'corruptions';

/**
 * Adds the accuracies on corrupted images to an evaluation: `corruptions.json`, a plot, and a section of the report.
 *
 * @param page The report without this section, as `writeEvaluation` returns it.
 * @throws {SproutError} `file-unwritable`.
 */
export async function writeRobustness(
  out: EvaluationFolder,
  robustness: RobustnessRecord,
  page: EvaluationPage,
): Promise<void> {
  await writeAtomic(out.corruptions, `${JSON.stringify(robustness, undefined, 2)}\n`);
  const { corruptions } = robustness;
  await writePlot(out, PLOT, await renderSvg(corruptionCurves(corruptions, robustness)));
  await writeAtomic(out.report, await evaluationPage({ ...page, robustness }));
}

/**
 * The accuracies on corrupted images that an earlier evaluation left in the folder. If they are not about as many images with the same
 * accuracy, they are of another model or of other images: their files are removed.
 */
export async function earlierRobustness(
  out: EvaluationFolder,
  { samples, accuracy }: Pick<EvaluationRecord, 'samples' | 'accuracy'>,
): Promise<RobustnessRecord | undefined> {
  if (!(await pathExists(out.corruptions))) return undefined;
  const earlier = await readJson(out.corruptions, robustnessSchema).catch((error: unknown) => {
    if (isSproutError(error, 'file-invalid')) return undefined;
    throw error;
  });
  if (earlier?.samples === samples && earlier.accuracy === accuracy) return earlier;
  await rm(out.corruptions, { force: true });
  for (const type of ['svg', 'png']) await rm(join(out.plots, `${PLOT}.${type}`), { force: true });
  return undefined;
}
