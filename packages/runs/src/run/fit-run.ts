import {
  type EpochMetrics,
  type StopReason,
  type TrainEvent,
  type TrainingPosition,
  writeMetrics,
} from '@sprout/core';
import { type EngineName, fit, type Trainer } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import type { RunEvent } from '../event/run-event.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { checkpointKeeper } from './checkpoint-keeper.ts';
import { planFit } from './plan-fit.ts';
import type { RunFolder } from './run-folder.ts';

export interface FitRunOptions extends Context {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  readonly run: RunFolder;
  /** The identity of the training, which resuming compares. */
  readonly identity: string;
  readonly from?: TrainingPosition | undefined;
  readonly classWeights?: readonly number[] | undefined;
}

export interface FittedRun {
  readonly history: readonly EpochMetrics[];
  readonly reason: StopReason;
}

/**
 * Trains a trainer to its end, and writes checkpoints and metrics into the run folder.
 *
 * @throws The signal's reason once it is aborted, after a checkpoint was written.
 */
export async function fitRun(trainer: Trainer, options: FitRunOptions): Promise<FittedRun> {
  const { resolved, images, run, identity, from, say, signal } = options;
  const { epochs, checkpointSeconds } = resolved.train;
  const keeper = checkpointKeeper(trainer, { run, identity, everySeconds: checkpointSeconds });
  let history = from?.history ?? [];
  if (from !== undefined) await writeMetrics(run.metrics, history);
  const plan = planFit(resolved, images, { ...options, ahead: batchesAhead(trainer.engine) });
  for await (const event of fit(trainer, plan)) {
    if (event.type === 'stop') {
      say(event);
      return { history, reason: event.reason };
    }
    if (event.type === 'step') {
      say(stepEvent(event, { epochs, images: images.training.length }));
      if (keeper.due() || signal.aborted) await keeper.keep(event.position);
    } else {
      history = event.position.history;
      await keeper.keep(event.position, event);
      await writeMetrics(run.metrics, history);
      say({ type: 'epoch', metrics: event.metrics, epochs, best: event.best });
    }
    signal.throwIfAborted();
  }
  throw new Error('a training ended without saying why');
}

type Step = Extract<TrainEvent, { type: 'step' }>;

function stepEvent(
  { position, loss, accuracy, learningRate, imagesPerSecond, dataWait }: Step,
  { epochs, images }: { readonly epochs: number; readonly images: number },
): Extract<RunEvent, { type: 'step' }> {
  const epoch = position.epoch + 1;
  const done = position.sums.count;
  const speed = { imagesPerSecond, dataWait };
  return { type: 'step', epoch, epochs, done, images, loss, accuracy, learningRate, ...speed };
}

/**
 * TensorFlow may compute on a GPU, and batches can be prepared meanwhile. The other engines keep every core busy: image workers
 * would delay one of their threads, and the other threads would wait for it.
 */
function batchesAhead(engine: EngineName): number {
  return engine === 'tensorflow' ? 2 : 0;
}
