import { expect, test } from 'vitest';
import { ENGINES } from '../../../test/engines.ts';
import { createDefinition } from '../../zoo/create-definition.ts';
import { openTrainer } from './open-trainer.ts';

const definition = createDefinition('logistic', {
  height: 2,
  width: 2,
  classes: 3,
  activation: 'sigmoid',
  seed: 0,
});
const images = Uint8Array.from({ length: 24 }, (_, at) => (at * 37) % 256);
const step = {
  images,
  count: 2,
  targets: Float32Array.of(1, 1, 0, 0, 1, 0),
  weights: Float32Array.of(1, 1),
  learningRate: 0.1,
};

test.each(ENGINES)(
  'on %s, sigmoids are trained towards several tags of an image',
  async (engine) => {
    await using trainer = await openTrainer(definition, {
      engine,
      optimiser: { name: 'sgd' },
      threads: 1,
    });
    const first = await trainer.trainStep({ ...step, step: 0 });
    for (let at = 1; at < 60; at++) await trainer.trainStep({ ...step, step: at });
    const probabilities = await trainer.predict(images, 2);
    expect(Array.from(probabilities, Math.round)).toEqual([1, 1, 0, 0, 1, 0]);
    const last = await trainer.trainStep({ ...step, step: 60 });
    expect(last.loss).toBeLessThan(first.loss / 3);
    expect(last.correct).toBeCloseTo(2, 5);
  },
);

test('the engines agree on the steps', async () => {
  const losses: number[][] = [];
  for (const engine of ENGINES) {
    await using trainer = await openTrainer(definition, {
      engine,
      optimiser: { name: 'sgd' },
      threads: 1,
    });
    const own: number[] = [];
    for (let at = 0; at < 5; at++) own.push((await trainer.trainStep({ ...step, step: at })).loss);
    losses.push(own);
  }
  for (const own of losses) own.forEach((loss, at) => expect(loss).toBeCloseTo(losses[0]![at]!, 5));
});
