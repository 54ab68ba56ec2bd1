import { checkWhole, SproutError } from '@sprout/core';
import type { Trainer } from '../engine/contract/trainer.ts';
import { batchTargets } from './batch-targets.ts';
import type { FitOptions } from './fit-options.ts';
import { checkFinite } from './fit-step.ts';
import type { ModelBatch } from './model-batch.ts';

/** One step of a sweep of the learning rate. */
export interface RateStep {
  readonly rate: number;
  /** The loss of the batch before the update of the step. */
  readonly loss: number;
  /** The exponential moving average of the losses up to this step, divided by the sum of its weights. */
  readonly smoothed: number;
}

/** The losses at rising learning rates, and the rate that they suggest. */
export interface RateSweep {
  readonly steps: readonly RateStep[];
  /** A tenth of the rate at which the smoothed loss is smallest. */
  readonly suggestion: number;
}

export interface FindLearningRateOptions extends Pick<
  FitOptions,
  'training' | 'classes' | 'tags' | 'labelSmoothing' | 'classWeights'
> {
  /** Whether the trainer has stages; `false` by default. If it has, the sweep trains the layers of the first stage. */
  readonly isStaged?: boolean | undefined;
  /** The first and the last rate; 1e-6 and 1 by default. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The number of steps, at least 2; 100 by default. */
  readonly steps?: number | undefined;
  /** Called after each step with the number of steps done. */
  readonly onStep?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The weight of the earlier losses in the moving average. */
const MOMENTUM = 0.9;
/** The sweep ends where the smoothed loss is this many times its smallest value. */
const DIVERGED = 4;

/**
 * Trains with a learning rate that rises exponentially from step to step, and suggests a rate. After the last batch of an epoch come
 * the batches of the next one. At the end, or after an error, the trainer is restored to the state that it had before.
 *
 * @throws {SproutError} `option-invalid` for options out of range, and for an epoch without batches; `training-diverged` if the first
 *   loss is not finite. The reason of the signal once it is aborted.
 * @see Smith 2017, "Cyclical Learning Rates for Training Neural Networks", arXiv:1506.01186, section 3.3.
 */
export async function findLearningRate(
  trainer: Trainer,
  options: FindLearningRateOptions,
): Promise<RateSweep> {
  const { from = 1e-6, to = 1, steps: count = 100 } = options;
  checkWhole('steps', count, { least: 2 });
  if (!(from > 0 && to > from && Number.isFinite(to))) {
    const rule = 'two rates above 0, the first one below the second';
    throw new SproutError('option-invalid', { option: 'from, to', value: `${from}, ${to}`, rule });
  }
  const state = await trainer.state();
  try {
    const steps = await sweep(trainer, { ...options, from, to, steps: count });
    return { steps, suggestion: suggestionOf(steps) };
  } finally {
    await trainer.restore(state);
  }
}

interface SweepOptions extends FindLearningRateOptions {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

/** The steps until the loss diverges, at least one. @throws {SproutError} `training-diverged` if the first loss is not finite. */
async function sweep(trainer: Trainer, options: SweepOptions): Promise<RateStep[]> {
  const { from, to, steps: count, isStaged = false, onStep, signal } = options;
  const steps: RateStep[] = [];
  let [average, best] = [0, Infinity];
  for await (const batch of endless(options.training)) {
    signal?.throwIfAborted();
    const step = steps.length;
    const rate = from * (to / from) ** (step / (count - 1));
    const { images, count: size } = batch;
    const { loss } = await trainer.trainStep({
      images,
      count: size,
      ...batchTargets(batch, options),
      learningRate: rate,
      step,
      ...(isStaged && { stage: { number: 0, step } }),
    });
    if (step === 0) checkFinite(loss, { epoch: 0, done: 1 });
    if (!Number.isFinite(loss)) break;
    average = MOMENTUM * average + (1 - MOMENTUM) * loss;
    const smoothed = average / (1 - MOMENTUM ** (step + 1));
    steps.push({ rate, loss, smoothed });
    best = Math.min(best, smoothed);
    onStep?.(steps.length);
    if (steps.length === count || smoothed > DIVERGED * best) break;
  }
  return steps;
}

/** The batches of all epochs from the first one, without an end. @throws {SproutError} `option-invalid` for an epoch without batches. */
async function* endless(training: FitOptions['training']): AsyncGenerator<ModelBatch> {
  for (let epoch = 0; ; epoch++) {
    let batches = 0;
    for await (const batch of training(epoch, 0)) {
      batches++;
      yield batch;
    }
    if (batches > 0) continue;
    const rule = 'a stream with at least one batch';
    throw new SproutError('option-invalid', { option: 'training', value: 'nothing', rule });
  }
}

function suggestionOf(steps: readonly RateStep[]): number {
  const best = steps.reduce((least, step) => (step.smoothed < least.smoothed ? step : least));
  return best.rate / 10;
}
