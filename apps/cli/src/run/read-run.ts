import {
  type EpochMetrics,
  type HealthReport,
  parseCsv,
  readMetrics,
  readRunRecord,
  readText,
  type RunRecord,
  SproutError,
} from '@sprout/core';
import { readFile } from 'node:fs/promises';
import type { EvaluationRecord } from '../compose/evaluation-record.ts';
import type { ResolvedTraining } from '../compose/resolve-training.ts';
import type { RunFolder } from './run-folder.ts';

/** One validation image of a finished run, as `predictions.csv` says it. */
export interface PredictionRow {
  readonly label: string;
  readonly predicted: string;
  readonly probability: number;
}

/** One image of a run, as `split.csv` says it. */
export interface SplitRow {
  readonly className: string;
  readonly subset: string;
}

/** What a finished run left, read back. */
export interface ReadRun {
  readonly run: RunFolder;
  readonly record: RunRecord;
  readonly resolved: ResolvedTraining;
  readonly metrics: readonly EpochMetrics[];
  readonly evaluation: EvaluationRecord;
  readonly predictions: readonly PredictionRow[];
  readonly split: readonly SplitRow[];
  readonly health: HealthReport | undefined;
}

/** @throws {SproutError} `file-missing`, `file-invalid`; `run-incompatible` for a run that is not finished. */
export async function readRun(run: RunFolder): Promise<ReadRun> {
  const record = await readRunRecord(run.record);
  const evaluation = await readFile(run.evaluation, 'utf8').catch((cause: unknown) => {
    throw new SproutError(
      'run-incompatible',
      { run: run.folder, reason: 'it was never finished' },
      { cause },
    );
  });
  const [, ...predictions] = parseCsv(await readText(run.predictions));
  const [, ...split] = parseCsv(await readText(run.split));
  const health = await readText(run.health);
  return {
    run,
    health: (JSON.parse(health) as HealthReport | null) ?? undefined, // as evaluation.json
    record,
    resolved: record.config as ResolvedTraining, // a run's record is written with one
    metrics: await readMetrics(run.metrics),
    evaluation: JSON.parse(evaluation) as EvaluationRecord, // written whole, by us
    predictions: predictions.map(([, label = '', predicted = '', probability]) => ({
      label,
      predicted,
      probability: Number(probability),
    })),
    split: split.map(([, className = '', subset = '']) => ({ className, subset })),
  };
}
