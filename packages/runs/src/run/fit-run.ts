import {
  type EpochMetrics,
  type TrainEvent,
  type TrainingPosition,
  writeMetrics,
} from '@sprout/core';
import { type EngineName, fit, type Trainer } from '@sprout/train';
import { rm } from 'node:fs/promises';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import type { RunEvent } from '../event/run-event.ts';
import type { FeatureStreams } from '../features/feature-streams.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { checkpointWriter } from './checkpoint-writer.ts';
import { planFit } from './plan-fit.ts';
import type { RunFolder } from './run-folder.ts';
import { type TimeLeft, timeLeft } from './time-left.ts';

export interface FitRunOptions extends Context {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  readonly run: RunFolder;
  /** The identity of the training, as `runIdentity` returns it. */
  readonly identity: string;
  readonly from?: TrainingPosition | undefined;
  /** The number of finished epochs in which the patience of early stopping does not count. */
  readonly patienceFrom?: number | undefined;
  readonly classWeights?: readonly number[] | undefined;
  /** As for `planFit`. */
  readonly features?: FeatureStreams | undefined;
}

/**
 * Trains to the last epoch or an early stop, and writes checkpoints and metrics into the run folder.
 *
 * @returns The metrics of all epochs.
 * @throws The signal's reason once it is aborted, after a checkpoint was written.
 */
export async function fitRun(
  trainer: Trainer,
  options: FitRunOptions,
): Promise<readonly EpochMetrics[]> {
  const { resolved, images, run, identity, from, features, emit, signal } = options;
  const { epochs, checkpointSeconds } = resolved.train;
  const writer = checkpointWriter(trainer, { run, identity, everySeconds: checkpointSeconds });
  let history = from?.history ?? [];
  if (from !== undefined) await writeMetrics(run.metrics, history);
  const count = features?.rows ?? images.training.length;
  const left = timeLeft({ epochs, images: count, validation: images.validation.length });
  const plan = planFit(resolved, images, { ...options, ahead: batchesAhead(trainer.engine) });
  for await (const event of fit(trainer, plan)) {
    if (event.type === 'stop') {
      emit(event);
      return history;
    }
    if (event.type === 'stage') {
      emit(stageStarted(resolved, event.stage, history));
      continue;
    }
    if (event.type === 'step') {
      emit(stepEvent(event, { epochs, images: count, left }));
      if (writer.due() || signal.aborted) await writer.write(event.position);
    } else {
      history = event.position.history;
      await rm(run.evaluation, { force: true }); // if the number of epochs was raised, it is about fewer epochs
      await writer.write(event.position, event);
      await writeMetrics(run.metrics, history);
      const { metrics, best } = event;
      emit({ type: 'epoch', metrics, epochs, best, secondsLeft: left.afterEpoch(metrics) });
    }
    signal.throwIfAborted();
  }
  throw new Error('the events of a training ended without a stop');
}

/** @param number Counted from 1. */
function stageStarted(
  { train }: ResolvedTraining,
  number: number,
  { length }: readonly EpochMetrics[],
): RunEvent {
  const stages = train.stages ?? [];
  const { trainable, epochs, learningRate } = stages[number - 1]!; // a training in stages
  const last = number === stages.length ? train.epochs : length + epochs;
  const own = { number, stages: stages.length, first: length + 1, last };
  return { type: 'stage-started', ...own, trainable, learningRate };
}

type Step = Extract<TrainEvent, { type: 'step' }>;

function stepEvent(
  { position, loss, accuracy, learningRate, imagesPerSecond, dataWait }: Step,
  {
    epochs,
    images,
    left,
  }: { readonly epochs: number; readonly images: number; readonly left: TimeLeft },
): Extract<RunEvent, { type: 'step' }> {
  const epoch = position.epoch + 1;
  const done = position.sums.count;
  const secondsLeft = left.afterStep({ epoch, done, imagesPerSecond });
  const speed = { imagesPerSecond, dataWait, secondsLeft };
  return { type: 'step', epoch, epochs, done, images, loss, accuracy, learningRate, ...speed };
}

/**
 * The number of batches to prepare during a step. TensorFlow may compute on a GPU while the CPU prepares batches. The other engines
 * use every core: an image worker would delay one of their threads, and the other threads would wait for it.
 */
function batchesAhead(engine: EngineName): number {
  return engine === 'tensorflow' ? 2 : 0;
}
