import { batches, type EpochMetrics, formatCsv, writeAtomic } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import {
  type Evaluation,
  evaluate,
  evaluated,
  type ModelDefinition,
  saveModel,
  type Trainer,
} from '@sprout/train';
import { checkIdentity, checkpointGone, readCheckpoint } from '../run/checkpoint-files.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { version } from '../version.ts';
import { evaluationRecord } from './evaluation-record.ts';
import type { FittedRun } from './fit-run.ts';
import type { OpenedImages } from './open-images.ts';
import type { ResolvedTraining } from './resolve-training.ts';
import { writeReport } from './write-report.ts';

/** What `sprout train --json` prints. */
export interface TrainResult {
  readonly run: string;
  readonly model: string;
  readonly classes: number;
  readonly parameters: number;
  readonly epochs: number;
  readonly accuracy: number;
  readonly loss: number;
  readonly validationAccuracy: number;
  readonly validationLoss: number;
  readonly samples: {
    readonly training: number;
    readonly validation: number;
    readonly bad: number;
  };
  readonly imagesPerSecond: number;
  readonly dataWait: number;
  readonly seconds: number;
  readonly engine: string;
}

export interface FinishRunOptions {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  readonly definition: ModelDefinition;
  readonly run: RunFolder;
  /** Names what checkpoints belong to. */
  readonly identity: string;
  readonly fitted: FittedRun;
  readonly signal: AbortSignal;
}

/**
 * Takes the weights to keep, evaluates them, and writes model, evaluation, plots and report.
 *
 * @throws The signal's reason once it is aborted, as long as the report is not begun.
 */
export async function finishRun(session: Trainer, options: FinishRunOptions): Promise<TrainResult> {
  const { resolved, images, definition, run, signal } = options;
  const { weights } = await keptState(session, options);
  const { dataset, validation, source } = images;
  const { recipe, train } = resolved;
  const card = {
    classes: dataset.classes,
    recipe,
    recipeHash: recipeHash(recipe),
    versions: { sprout: version() },
  };
  await saveModel(run.model, { ...definition, weights }, card);
  const stream = batches(source, {
    samples: validation,
    recipe,
    batchSize: train.batchSize,
    seed: 0,
    epoch: 0,
    shuffle: false,
    signal,
  });
  const evaluation = await evaluated(evaluate(session, stream));
  const record = evaluationRecord(evaluation, dataset.classes);
  await writeAtomic(run.evaluation, `${JSON.stringify(record, null, 2)}\n`);
  await writeAtomic(run.predictions, predictionsCsv(evaluation, dataset.classes));
  signal.throwIfAborted();
  await writeReport(run, { source, dataset });
  return trainResult({ session, options, evaluation });
}

/** The best epoch's state, in the session again; or the last one's, which is there. @throws {SproutError} `run-incompatible` */
async function keptState(session: Trainer, { resolved, run, identity }: FinishRunOptions) {
  if (resolved.train.keep === 'last') return session.state();
  const best = await readCheckpoint(run.checkpoints.best);
  if (best === undefined) throw checkpointGone(run, run.checkpoints.best);
  checkIdentity(best, identity, run.folder);
  await session.restore(best.state);
  return best.state;
}

function predictionsCsv({ predictions }: Evaluation, classes: readonly string[]): string {
  const rows = predictions.map(({ id, label, predicted, probability, loss }) => [
    id,
    classes[label]!,
    classes[predicted]!,
    probability,
    loss,
  ]);
  return formatCsv([['path', 'label', 'predicted', 'probability', 'loss'], ...rows]);
}

interface ResultParts {
  readonly session: Trainer;
  readonly options: FinishRunOptions;
  readonly evaluation: Evaluation;
}

function trainResult({ session, options, evaluation }: ResultParts): TrainResult {
  const { resolved, images, definition, run, fitted } = options;
  const { history } = fitted;
  const last = history.at(-1)!; // a run has one epoch at least
  const seconds = history.reduce((sum, epoch) => sum + epoch.seconds, 0);
  return {
    run: run.folder,
    model: resolved.model.name,
    classes: images.dataset.classes.length,
    parameters: definition.weights.reduce((sum, { data }) => sum + data.length, 0),
    epochs: history.length,
    accuracy: last.accuracy,
    loss: last.loss,
    validationAccuracy: evaluation.accuracy,
    validationLoss: evaluation.loss,
    samples: {
      training: images.training.length,
      validation: images.validation.length,
      bad: images.bad.length,
    },
    ...overallSpeed(history),
    seconds,
    engine: session.engine,
  };
}

/** Over all epochs, by the time that each image took; an epoch that was resumed after its last step trained on none. */
function overallSpeed(
  history: readonly EpochMetrics[],
): Pick<TrainResult, 'imagesPerSecond' | 'dataWait'> {
  const trained = history.filter(({ imagesPerSecond }) => imagesPerSecond > 0);
  const seconds = trained.map(({ imagesPerSecond }) => 1 / imagesPerSecond);
  const total = seconds.reduce((sum, own) => sum + own, 0);
  if (total === 0) return { imagesPerSecond: 0, dataWait: 0 };
  const waited = trained.reduce((sum, { dataWait }, at) => sum + dataWait * seconds[at]!, 0);
  return { imagesPerSecond: trained.length / total, dataWait: waited / total };
}
