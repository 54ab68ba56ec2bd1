import { rngAt } from '@sprout/core';
import {
  type HeadDefinition,
  type ModelDefinition,
  openTrainer,
  type OptimiserSpec,
  type Trainer,
} from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { median } from './compare.ts';
import { drawnInput } from './drawn-input.ts';
import { compareWithOpponents } from './compare-with-opponents.ts';

const CLASSES = 12;

export interface TimedTraining {
  readonly title: string;
  readonly definition: ModelDefinition | HeadDefinition;
  readonly optimiser: OptimiserSpec;
  /** A script of `bench/peers`. */
  readonly peer: string;
  /** The number of steps in a round, of which the median is taken. */
  readonly steps: number;
  /** The number of images in a batch, 32 by default. */
  readonly count?: number;
}

/**
 * A benchmark of training steps of a batch of images, or of the features of a batch, on the engine `onnx`, from the input to updated
 * weights. The peers are PyTorch and Keras, if they are installed in one of the Pythons that `--peer` lists, separated by commas.
 */
export function timeTraining(training: TimedTraining): Benchmark {
  return async ({ peer }) => {
    const { definition, optimiser, title, steps, count = 32 } = training;
    const { learningRate: _, ...settings } = optimiser;
    await using trainer = await openTrainer(definition, {
      engine: 'onnx',
      optimiser: settings,
      seed: 0,
      threads: 2,
    });
    const product = stepTimer(trainer, training);
    await compareWithOpponents(
      {
        title: `${title}, ${count} images, 2 threads, median of ${steps} steps`,
        unit: 'ms a step',
        largerIsBetter: false,
        product,
      },
      { pythons: peer, script: [training.peer] },
    );
  };
}

function stepTimer(
  trainer: Trainer,
  { definition: { input }, optimiser: { learningRate }, steps, count = 32 }: TimedTraining,
): () => Promise<number> {
  const rng = rngAt(0, ['benchmark']);
  const images = drawnInput(input, count);
  const targets = new Float32Array(count * CLASSES);
  for (let sample = 0; sample < count; sample++)
    targets[sample * CLASSES + rng.integer(CLASSES)] = 1;
  const weights = new Float32Array(count).fill(1);
  let step = 0;
  return async () => {
    const times: number[] = [];
    for (let round = 0; round < steps; round++) {
      const start = performance.now();
      await trainer.trainStep({ images, count, targets, weights, learningRate, step });
      times.push(performance.now() - start);
      step++;
    }
    return median(times);
  };
}
