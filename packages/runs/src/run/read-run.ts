import {
  changedFiles,
  type EpochMetrics,
  type HealthReport,
  readMetrics,
  readRunRecord,
  type RunRecord,
} from '@sprout/core';
import type { RateSweep } from '@sprout/train';
import { z } from 'zod';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { type EvaluationRecord, evaluationSchema } from './evaluation-record.ts';
import { checkFinished } from './check-finished.ts';
import { checkRunExists } from './check-run-exists.ts';
import { pathExists } from './path-exists.ts';
import { readJson } from './read-json.ts';
import { type SearchRecord, searchRecordSchema } from './search-record.ts';
import { type RobustnessRecord, robustnessSchema } from './robustness-record.ts';
import { type PredictionRow, readPredictions } from './read-predictions.ts';
import { readRates } from './rate-table.ts';
import { readTable } from './read-table.ts';
import { recordedTraining } from './recorded-training.ts';
import type { RunFolder } from './run-folder.ts';

/** One image of a run, as in `split.csv`. */
export interface SplitRow {
  readonly path: string;
  readonly className: string;
  readonly subset: string;
}

/** The contents of the files of a finished run. */
export interface ReadRun {
  readonly run: RunFolder;
  readonly record: RunRecord;
  readonly resolved: ResolvedTraining;
  readonly metrics: readonly EpochMetrics[];
  readonly evaluation: EvaluationRecord;
  readonly predictions: readonly PredictionRow[];
  readonly split: readonly SplitRow[];
  /** How the model was chosen, if a search chose it. */
  readonly search: SearchRecord | undefined;
  readonly health: HealthReport | undefined;
  /** The sweep of the learning rate, if there was one. */
  readonly rates: RateSweep | undefined;
  /** The accuracies on corrupted images, if an earlier version left them in the folder of the run. */
  readonly robustness: RobustnessRecord | undefined;
  /** The names of the files that were changed since they were written. */
  readonly changed: readonly string[];
}

/** Enough of a health report to recognise one. Its other fields are not checked. */
const healthSchema = z
  .looseObject({
    images: z.int(),
    classes: z.array(z.looseObject({ name: z.string() })),
    duplicates: z.array(z.looseObject({ ids: z.array(z.string()) })),
    giveaways: z.array(z.looseObject({ feature: z.string() })),
    findings: z.array(z.looseObject({ sentence: z.string() })),
  })
  .nullable();

/**
 * Reads a finished run.
 *
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`; as `checkFinished`.
 */
export async function readRun(run: RunFolder): Promise<ReadRun> {
  await checkRunExists(run.folder);
  const record = await readRunRecord(run.record);
  await checkFinished(run, record);
  const health = await readJson(run.health, healthSchema);
  return {
    run,
    record,
    health: (health as HealthReport | null) ?? undefined, // checked in part by `healthSchema`
    resolved: recordedTraining(record, run.record),
    metrics: await readMetrics(run.metrics),
    evaluation: await readJson(run.evaluation, evaluationSchema),
    predictions: await readPredictions(run.predictions),
    split: (await readTable(run.split, ['path', 'class', 'subset'])).map(
      ([path = '', className = '', subset = '']) => ({ path, className, subset }),
    ),
    search: (await pathExists(run.search))
      ? await readJson(run.search, searchRecordSchema)
      : undefined,
    rates: (await pathExists(run.rates)) ? await readRates(run.rates) : undefined,
    robustness: (await pathExists(run.corruptions))
      ? await readJson(run.corruptions, robustnessSchema)
      : undefined,
    changed: await changedFiles(run.folder),
  };
}
