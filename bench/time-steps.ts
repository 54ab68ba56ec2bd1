import { rngAt } from '@sprout/core';
import {
  type HeadDefinition,
  type InputNumbers,
  type ModelDefinition,
  openTrainer,
  type OptimiserSpec,
  type Trainer,
} from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { compare, median } from './compare.ts';
import { modulesOf, type PythonPeer, startPeer } from './python-peer.ts';

/** The Python module that must be installed to measure a library. Keras is measured on TensorFlow. */
const MODULES = { torch: 'torch', keras: 'tensorflow' };
const COUNT = 32;
const CLASSES = 12;

export interface TimedTraining {
  readonly title: string;
  readonly definition: ModelDefinition | HeadDefinition;
  readonly optimiser: OptimiserSpec;
  /** A script of `bench/peers`. */
  readonly peer: string;
  /** The number of steps in a round, of which the median is taken. */
  readonly steps: number;
}

/**
 * A benchmark of training steps of 32 images, or of the features of 32 images, on the engine `onnx`, from the input to updated
 * weights. The peers are PyTorch and Keras, if they are installed in one of the Pythons that `--peer` lists, separated by commas.
 */
export function timeTraining(training: TimedTraining): Benchmark {
  return async ({ peer }) => {
    const { definition, optimiser, title, steps } = training;
    const { learningRate: _, ...settings } = optimiser;
    await using trainer = await openTrainer(definition, {
      engine: 'onnx',
      optimiser: settings,
      seed: 0,
      threads: 2,
    });
    const product = stepTimer(trainer, training);
    await product();
    for (const opponent of await opponents(peer, training.peer)) {
      using started = opponent?.start();
      await started?.round();
      await compare({
        title: `${title}, ${COUNT} images, 2 threads, median of ${steps} steps`,
        unit: 'ms a step',
        largerIsBetter: false,
        product,
        peer: started?.round,
        peerName: opponent?.library ?? '',
      });
    }
  };
}

interface Opponent {
  readonly library: string;
  readonly start: () => PythonPeer;
}

/** One opponent for each library of each Python; `[undefined]` if no Python is given, to measure only Sprout. */
async function opponents(
  pythons: string | undefined,
  script: string,
): Promise<readonly (Opponent | undefined)[]> {
  if (pythons === undefined) return [undefined];
  const found: Opponent[] = [];
  for (const python of pythons.split(',')) {
    const modules = await modulesOf(python, Object.values(MODULES));
    for (const [library, module] of Object.entries(MODULES)) {
      if (!modules.includes(module)) continue;
      found.push({ library, start: () => startPeer(python, script, [library]) });
    }
  }
  if (found.length === 0)
    throw new Error(`${pythons} has none of ${Object.keys(MODULES).join(', ')}`);
  return found;
}

function stepTimer(
  trainer: Trainer,
  { definition: { input }, optimiser: { learningRate }, steps }: TimedTraining,
): () => Promise<number> {
  const rng = rngAt(0, ['benchmark']);
  const images = drawnInput(input);
  const targets = new Float32Array(COUNT * CLASSES);
  for (let sample = 0; sample < COUNT; sample++)
    targets[sample * CLASSES + rng.integer(CLASSES)] = 1;
  const weights = new Float32Array(COUNT).fill(1);
  let step = 0;
  return async () => {
    const times: number[] = [];
    for (let round = 0; round < steps; round++) {
      const start = performance.now();
      await trainer.trainStep({ images, count: COUNT, targets, weights, learningRate, step });
      times.push(performance.now() - start);
      step++;
    }
    return median(times);
  };
}

/** Random bytes of images; or random features, half of them 0, as after a rectifier. */
function drawnInput(input: TimedTraining['definition']['input']): InputNumbers {
  const rng = rngAt(0, ['benchmark', 'input']);
  if (!('kind' in input)) {
    const size = input.height * input.width * input.channels;
    return new Uint8Array(COUNT * size).map(() => rng.integer(256));
  }
  const size = input.shape.reduce((product, length) => product * length, 1);
  return new Float32Array(COUNT * size).map(() => Math.max(rng.normal(0, 1), 0));
}
