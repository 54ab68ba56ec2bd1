import { checkWhole, SproutError } from '@sprout/core';
import { checkStageStep } from '../contract/stage-step.ts';
import type { Trainer } from '../contract/trainer.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkImages, guardPredictor, type GuardPredictorOptions } from './guard-predictor.ts';
import { lifetimeOf } from './lifetime.ts';

export interface GuardTrainerOptions extends GuardPredictorOptions {
  readonly classes: number;
  /** The number of stages; 1 by default. */
  readonly stages?: number | undefined;
}

/** Wraps a trainer: checks arguments, throws after it was disposed of, and ignores a second disposal. */
export function guardTrainer(
  trainer: Trainer,
  { input, layers, classes, stages = 1 }: GuardTrainerOptions,
): Trainer {
  const lifetime = lifetimeOf('trainer', trainer);
  return {
    ...guardPredictor(trainer, { input, layers, lifetime }),
    trainStep: async (step) => {
      lifetime.check();
      const { images, count, targets, weights, learningRate } = step;
      checkImages(images, count, input);
      checkNumbers('The targets', targets, { kinds: [Float32Array], shape: [count, classes] });
      checkNumbers('The weights', weights, { kinds: [Float32Array], shape: [count] });
      checkLearningRate(learningRate);
      checkWhole('step', step.step, { least: 0 });
      if (step.stage !== undefined) checkStageStep(step.stage, stages);
      return trainer.trainStep(step);
    },
    state: async () => {
      lifetime.check();
      return trainer.state();
    },
    restore: async (state) => {
      lifetime.check();
      await trainer.restore(state);
    },
  };
}

function checkLearningRate(value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  const rule = 'a finite number, at least 0';
  throw new SproutError('option-invalid', { option: 'learningRate', value: String(value), rule });
}
