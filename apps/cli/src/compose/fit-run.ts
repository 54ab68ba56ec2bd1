import {
  type EpochMetrics,
  type StopReason,
  type TrainingPosition,
  writeMetrics,
} from '@sprout/core';
import { type EngineName, fit, type Trainer } from '@sprout/train';
import { checkpointKeeper } from '../run/checkpoint-keeper.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { epochProgress } from '../terminal/epoch-progress.ts';
import type { Reporter } from '../terminal/reporter.ts';
import type { OpenedImages } from './open-images.ts';
import { planFit } from './plan-fit.ts';
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
 * @throws The signal's reason once it is aborted, after a checkpoint was written.
 */
export async function fitRun(session: Trainer, options: FitRunOptions): Promise<FittedRun> {
  const { resolved, images, run, identity, from, reporter, signal } = options;
  const { epochs, checkpointSeconds } = resolved.train;
  const keeper = checkpointKeeper(session, { run, identity, everySeconds: checkpointSeconds });
  using progress = epochProgress(reporter, { epochs, images: images.training.length });
  let history = from?.history ?? [];
  if (from !== undefined) await writeMetrics(run.metrics, history);
  const plan = planFit(resolved, images, { ...options, ahead: batchesAhead(session.engine) });
  for await (const event of fit(session, plan)) {
    if (event.type === 'stop') return { history, reason: event.reason };
    if (event.type === 'step') {
      progress.step(event);
      if (keeper.due() || signal.aborted) await keeper.keep(event.position);
    } else {
      history = event.position.history;
      await keeper.keep(event.position, event);
      await writeMetrics(run.metrics, history);
      progress.epoch(event.metrics);
    }
    signal.throwIfAborted();
  }
  throw new Error('a training ended without saying why');
}

/**
 * TensorFlow may have a GPU, during whose steps batches can be made. The other engines keep every core busy: image
 * workers would only hold up the one thread that the others then wait for.
 */
function batchesAhead(engine: EngineName): number {
  return engine === 'tensorflow' ? 2 : 0;
}
