import { type Batch, rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { ENGINES } from '../../test/engines.ts';
import type { EngineName } from '../engine/contract/engine-name.ts';
import { engineHere } from '../engine/open/engines-here.ts';
import { openTrainer } from '../engine/open/open-trainer.ts';
import { fit } from '../loop/fit.ts';
import type { FitOptions } from '../loop/fit-options.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import { mixSchema } from './mix-spec.ts';
import { mixedBatches } from './mixed-batches.ts';

const [height, width, channels] = [8, 9, 3];
const STEPS = 4;
const definition = createDefinition('small-cnn', {
  height,
  width,
  classes: 3,
  seed: 0,
  parameters: { filters: [4, 6] },
});

async function* batches(epoch: number, firstStep: number): AsyncGenerator<Batch, void, undefined> {
  for (let step = firstStep; step < STEPS; step++) {
    const rng = rngAt(1, ['labels', epoch, step]);
    const labels = Int32Array.from({ length: 4 }, () => rng.integer(3));
    const images = new Uint8Array(4 * height * width * channels).map(() => rng.integer(256));
    const ids = ['a', 'b', 'c', 'd'].map((id) => `${step}${id}`);
    yield { images, count: 4, height, width, channels, labels, ids, step };
  }
}

/** The losses of the steps of a training on mixed images. */
async function lossesOn(engine: EngineName, options: Partial<FitOptions>): Promise<number[]> {
  const optimiser = { name: 'sgd' } as const;
  await using trainer = await openTrainer(definition, { engine, optimiser, seed: 3, threads: 1 });
  const losses: number[] = [];
  const all = {
    validation: () => batches(99, STEPS - 1),
    classes: 3,
    stepsPerEpoch: STEPS,
    epochs: 1,
    learningRate: 0.01,
    schedule: scheduleSchema.parse({ name: 'constant' }),
  };
  for await (const event of fit(trainer, { training: batches, ...all, ...options }))
    if (event.type === 'step') losses.push(event.loss);
  return losses;
}

const mixes = {
  mixUp: mixSchema.parse({ mixUp: { alpha: 1 }, probability: 1 }),
  cutMix: mixSchema.parse({ cutMix: {}, probability: 1 }),
};

test.each(['mixUp', 'cutMix'] as const)(
  '%s: the losses of mixed images and labels are the same on every engine',
  async (way) => {
    const training: FitOptions['training'] = (epoch, firstStep) =>
      mixedBatches(batches(epoch, firstStep), { mix: mixes[way], seed: 1, epoch });
    const engines = [...ENGINES];
    if ((await engineHere('tensorflow')).available) engines.push('tensorflow');
    const all: number[][] = [];
    for (const engine of engines) all.push(await lossesOn(engine, { training }));
    const [first, ...others] = all;
    expect(first).toHaveLength(STEPS);
    expect(first).not.toEqual(await lossesOn(engines[0]!, {}));
    for (const losses of others)
      losses.forEach((loss, step) => expect(loss).toBeCloseTo(first![step]!, 4));
  },
);
