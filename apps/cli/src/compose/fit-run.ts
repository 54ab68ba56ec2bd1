import {
  batches,
  type EpochMetrics,
  type StopReason,
  type TrainingPosition,
  writeMetrics,
} from '@sprout/core';
import { fit, type FitOptions, type SessionState, type TrainingSession } from '@sprout/train';
import { writeCheckpoint } from '../run/checkpoint-files.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { Interrupted } from '../terminal/interrupted.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Reporter } from '../terminal/reporter.ts';
import type { OpenedImages } from './open-images.ts';
import type { ResolvedTraining } from './resolve-training.ts';

export interface FitRunOptions {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  readonly run: RunFolder;
  /** Names what checkpoints belong to. */
  readonly identity: string;
  readonly from?: TrainingPosition | undefined;
  readonly classWeights?: readonly number[] | undefined;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

export interface FittedRun {
  readonly history: readonly EpochMetrics[];
  readonly reason: StopReason;
}

/**
 * Trains a session to its end, leaving checkpoints and metrics in the run folder as it goes.
 *
 * @throws {Interrupted} when the signal is aborted, after a checkpoint was written.
 */
export async function fitRun(session: TrainingSession, options: FitRunOptions): Promise<FittedRun> {
  const { resolved, run, identity, from, reporter, signal } = options;
  const { epochs, checkpointSeconds } = resolved.train;
  const save = async (
    file: string,
    position: TrainingPosition,
    state: SessionState,
  ): Promise<void> => writeCheckpoint(file, { state, position, identity });
  const { fitOptions, steps } = planFit(options);
  let saved = performance.now();
  let history = from?.history ?? [];
  let progress: Progress | undefined;
  if (from !== undefined) await writeMetrics(run.metrics, history);
  for await (const event of fit(session, fitOptions)) {
    if (event.type === 'stop') {
      progress?.stop();
      return { history, reason: event.reason };
    }
    if (event.type === 'step') {
      const { position, loss, accuracy, dataWait } = event;
      progress ??= reporter.progress(`epoch ${position.epoch + 1}/${epochs}`, steps);
      progress.update(
        position.done,
        `loss ${loss.toFixed(3)} accuracy ${accuracy.toFixed(3)} waiting ${Math.round(dataWait * 100)} %`,
      );
      const due = performance.now() - saved >= checkpointSeconds * 1000;
      if (!due && !signal.aborted) continue;
      await save(run.checkpoints.last, position, await session.state());
      saved = performance.now();
    } else {
      progress?.stop();
      progress = undefined;
      history = event.position.history;
      const state = await session.state();
      if (event.best) await save(run.checkpoints.best, event.position, state);
      await save(run.checkpoints.last, event.position, state);
      await writeMetrics(run.metrics, history);
      saved = performance.now();
      reporter.note(epochLine(event.metrics, epochs));
    }
    if (signal.aborted) {
      progress?.stop();
      throw new Interrupted(`saved; go on with: sprout train --resume ${run.folder}`);
    }
  }
  throw new Error('a training ended without saying why');
}

function planFit({ resolved, images, from, classWeights }: FitRunOptions): {
  fitOptions: FitOptions;
  steps: number;
} {
  const { recipe, augment, train } = resolved;
  const { training, validation, source } = images;
  const { batchSize, seed } = train;
  const steps = Math.ceil(training.length / batchSize);
  const fitOptions: FitOptions = {
    training: (epoch, firstStep) =>
      batches(source, { samples: training, recipe, augment, batchSize, seed, epoch, firstStep }),
    validation: () =>
      batches(source, { samples: validation, recipe, batchSize, seed, epoch: 0, shuffle: false }),
    classes: images.dataset.classes.length,
    stepsPerEpoch: steps,
    epochs: train.epochs,
    learningRate: train.optimiser.learningRate,
    schedule: train.schedule,
    labelSmoothing: train.labelSmoothing,
    ...(classWeights && { classWeights }),
    ...(train.earlyStopping && { earlyStopping: train.earlyStopping }),
    ...(from && { from }),
  };
  return { fitOptions, steps };
}

function epochLine(metrics: EpochMetrics, epochs: number): string {
  const { epoch, loss, accuracy, validationLoss, validationAccuracy, imagesPerSecond, seconds } =
    metrics;
  return [
    `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`,
    `loss ${loss.toFixed(4)}  accuracy ${accuracy.toFixed(3)}`,
    `validation loss ${validationLoss.toFixed(4)}  accuracy ${validationAccuracy.toFixed(3)}`,
    `${imagesPerSecond.toFixed(0)} images/s  ${seconds.toFixed(1)} s`,
  ].join('   ');
}
