import { classWeights, splitText, writeSealed } from '@sprout/core';
import {
  chooseEngine,
  detectEngines,
  type LayerRates,
  type ModelDefinition,
  type Opened,
  openEngineThread,
  stageRates,
  type Trainer,
} from '@sprout/train';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fixedSize } from '../config/fixed-size.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { type HeadTraining, headTraining } from '../features/head-training.ts';
import { openTrainingImages } from '../features/open-training-images.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { writeReport } from '../report/write-report.ts';
import { beginRun, type BegunRun } from '../run/begin-run.ts';
import { checkStepMemory } from '../run/check-step-memory.ts';
import { describeRun } from '../run/describe-run.ts';
import { finishRun } from '../run/finish-run.ts';
import { fitRun, type FitRunOptions } from '../run/fit-run.ts';
import { findRates } from '../run/find-rates.ts';
import { planFit } from '../run/plan-fit.ts';
import { checkImageVersions, writeImageVersions } from '../run/image-versions.ts';
import { modelOf } from '../run/model-of.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { openBase } from '../transfer/open-base.ts';
import { transferOf } from '../transfer/transfer-of.ts';
import { trainResult, type TrainResult } from '../run/train-result.ts';
import { emitHealth, emitImages, runExtended, trainingPlanned } from '../run/training-events.ts';
import { withRunRecord } from '../run/with-run-record.ts';

export interface TrainRunOptions extends Context {
  readonly resolved: ResolvedTraining;
  /** The command line that starts the same training, for the record: the words after `sprout`. */
  readonly command: readonly string[];
  /** The folder that holds the runs and their cache. */
  readonly runs: string;
  /** Creates the run folder, or returns that of the run to resume. Called after the images have been checked. */
  readonly openRun: () => Promise<RunFolder>;
  /** Whether the learning rate is swept before the training; not for a run that is resumed. */
  readonly findLr?: boolean | undefined;
  /** Whether the data set of a run that is resumed was moved. */
  readonly moved?: boolean;
  /** The number of epochs that the caller has chosen for a run that is resumed. */
  readonly epochs?: number | undefined;
  /** Whether the run has a checkpoint, which holds the weights of its base: then the file of the weights is not read. */
  readonly restored?: boolean;
}

/** The shorter side, in pixels, below which a warning is given. */
const SMALL = 16;

/** Runs a whole training: checks images, opens the model, trains, evaluates and writes the report. */
export async function trainRun(options: TrainRunOptions): Promise<TrainResult> {
  const { resolved, command, runs, openRun, moved = false, epochs, ...context } = options;
  await checkEngine(resolved.engine);
  emitSmall(resolved, context);
  const base = await baseOf(resolved, options);
  if (base !== undefined) stagesOf(resolved, base, base); // names a layer that does not exist before the images are read
  const cacheFolder = join(runs, '.cache');
  await using images = await openTrainingImages({ resolved, base, cacheFolder, ...context });
  emitImages(images, context);
  emitHealth(images, context);
  const definition = modelOf(resolved, images, base);
  const head = headTraining(resolved, { images, base, cacheFolder });
  if (transferOf(resolved.model)?.trainable !== 'none')
    checkStepMemory(definition, { count: largestBatch(resolved, images) });
  const { learningRate: _, ...optimiser } = resolved.train.optimiser; // a schedule computes that of each step
  await using trainer = await openEngineThread(head?.definition ?? definition, {
    engine: resolved.engine,
    optimiser,
    seed: resolved.train.seed,
    ...(base && { stages: stagesOf(resolved, base, definition) }),
    threads: availableParallelism(),
    signal: context.signal,
  });
  context.emit(trainingPlanned(resolved, trainer));
  const own = { resolved, images };
  const run = await openRun();
  const description = describeRun({ ...own, command, trainer });
  return await withRunRecord(run, description, {
    begin: async (before) => {
      await checkImageVersions(run, { samples: images.dataset.samples, moved });
      return await beginRun(trainer, { ...own, run, before, epochs, features: head?.identity });
    },
    work: (begun) =>
      trainAndReport(trainer, { ...own, definition, head, run, ...begun, ...context }),
    ...context,
  });
}

/** @throws {SproutError} `engine-unavailable`, before the images are read */
async function checkEngine(engine: ResolvedTraining['engine']): Promise<void> {
  if (engine !== 'auto') chooseEngine(engine, await detectEngines());
}

function emitSmall({ recipe }: ResolvedTraining, { emit }: Pick<Context, 'emit'>): void {
  const { height, width } = fixedSize(recipe);
  if (Math.min(height, width) < SMALL) emit({ type: 'images-small', height, width });
}

interface TrainAndReportOptions
  extends Omit<FitRunOptions, 'from' | 'patienceFrom' | 'classWeights' | 'features'>, BegunRun {
  readonly definition: ModelDefinition;
  /** As for `trainRun`. */
  readonly findLr?: boolean | undefined;
  /** For a head that is trained on features. */
  readonly head: HeadTraining | undefined;
}

/** Trains, evaluates and writes the report. @throws The signal's reason once it is aborted, unless the report is being written. */
async function trainAndReport(
  trainer: Opened<Trainer>,
  options: TrainAndReportOptions,
): Promise<TrainResult> {
  const { resolved, images, head, run, extended, extension, emit, signal } = options;
  const { dataset, files, training } = images;
  if (extension !== undefined) emit(runExtended(extension, resolved));
  await writeImageVersions(run, dataset.samples, images.fileHashes);
  await writeSealed(run.split, splitText({ dataset, split: images }));
  await writeSealed(run.health, `${JSON.stringify(images.health ?? null)}\n`);
  const isBalanced = resolved.train.classWeights === 'balanced';
  const weights = isBalanced ? classWeights({ ...dataset, samples: training }) : undefined;
  const patienceFrom = extended.at(-1)?.after;
  const features = await head?.open({ trainer, run: run.folder, emit, signal });
  const fitting = { ...options, features, patienceFrom, classWeights: weights };
  if (options.findLr === true && options.from === undefined) {
    const plan = planFit(resolved, images, { ...fitting, ahead: 0 });
    await findRates(trainer, { run, plan, emit, signal });
  }
  const history = await fitRun(trainer, fitting);
  const evaluation = await finishRun(trainer, { ...options, features });
  signal.throwIfAborted();
  await writeReport(run, { source: files, dataset });
  return trainResult({ ...options, engine: trainer.engine, history, evaluation });
}

/**
 * The base of the model, which is opened before the images are read: a file that does not fit is found at once. The checkpoint of
 * a head that is trained on features does not have the weights of the base.
 */
async function baseOf(
  { model, recipe, data: { features = 'none' } }: ResolvedTraining,
  { restored = false }: Pick<TrainRunOptions, 'restored'>,
): Promise<ModelDefinition | undefined> {
  const transfer = transferOf(model);
  const hasBase = restored && features === 'none';
  return transfer && openBase(transfer, { ...fixedSize(recipe), restored: hasBase });
}

function largestBatch({ train }: ResolvedTraining, { training }: OpenedImages): number {
  return Math.min(train.batchSize, training.length);
}

/** The layers that each stage trains; `undefined` for a training without stages. */
function stagesOf(
  { train }: ResolvedTraining,
  base: ModelDefinition,
  model: ModelDefinition,
): readonly LayerRates[] | undefined {
  return train.stages?.map((stage) => stageRates(base, { model, stage }));
}
