import { SproutError, type TrainingPosition } from '@sprout/core';
import type { Trainer } from '../engine/contract/trainer.ts';
import { batchTargets } from './batch-targets.ts';
import type { FitPlan } from './fit-plan.ts';
import type { ModelBatch } from './model-batch.ts';
import type { StagePlace } from './stage-place.ts';

/** An epoch of a plan, in its stage. */
export interface PlannedEpoch {
  readonly plan: FitPlan;
  readonly place: StagePlace;
}

export interface FitStepOptions extends PlannedEpoch {
  readonly batch: ModelBatch;
  readonly position: TrainingPosition;
  readonly learningRate: number;
}

/** Trains one step. Returns the position after it. @throws {SproutError} `training-diverged`. */
export async function fitStep(
  trainer: Trainer,
  { batch, position, learningRate, plan, place }: FitStepOptions,
): Promise<TrainingPosition> {
  const { stepsPerEpoch, isStaged } = plan;
  const { epoch, done, sums } = position;
  const { images, count } = batch;
  const { targets, weights } = batchTargets(batch, plan);
  const step = epoch * stepsPerEpoch + done;
  const { loss, correct } = await trainer.trainStep({
    images,
    count,
    targets,
    weights,
    learningRate,
    step,
    ...(isStaged && {
      stage: { number: place.number, step: step - place.start * stepsPerEpoch },
    }),
  });
  const after = {
    ...position,
    done: done + 1,
    sums: {
      loss: sums.loss + loss * count,
      correct: sums.correct + correct,
      count: sums.count + count,
    },
  };
  checkFinite(loss, after);
  return after;
}

/** @throws {SproutError} `training-diverged` unless a loss is a finite number. */
export function checkFinite(
  loss: number,
  { epoch, done }: Pick<TrainingPosition, 'epoch' | 'done'>,
): void {
  if (Number.isFinite(loss)) return;
  throw new SproutError('training-diverged', { epoch: epoch + 1, step: done, loss: String(loss) });
}
