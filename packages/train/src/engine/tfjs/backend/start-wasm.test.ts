import { getBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createDefinition } from '../../../zoo/create-definition.ts';
import { openTfjsTrainer } from '../open-tfjs-trainer.ts';

const SIDE = 8;

test('trainers that are opened while wasm is starting share one backend', async () => {
  const definition = createDefinition('logistic', {
    height: SIDE,
    width: SIDE,
    classes: 2,
    seed: 1,
  });
  const options = { optimiser: { name: 'sgd' }, seed: 1, threads: 2 } as const;
  const first = openTfjsTrainer(definition, options, 'wasm');
  await new Promise((resolve) => setTimeout(resolve, 100)); // the binary for one thread starts faster
  const trainers = await Promise.all([first, openTfjsTrainer(definition, options, 'wasm')]);
  expect(getBackend()).toBe('wasm');
  const images = new Uint8Array(SIDE * SIDE * 3).fill(100);
  const [one, two] = await Promise.all(trainers.map((trainer) => trainer.predict(images, 1)));
  expect(one).toHaveLength(2);
  expect(two).toEqual(one);
  for (const trainer of trainers) await trainer[Symbol.asyncDispose]();
});
