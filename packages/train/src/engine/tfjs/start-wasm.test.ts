import { getBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { optimiserSchema } from '../../optimiser/optimiser-spec.ts';
import { openTfjsSession } from './open-tfjs-session.ts';

const SIDE = 8;

test('sessions that are opened while wasm is still starting share the backend that comes of it', async () => {
  const definition = createDefinition('logistic', {
    height: SIDE,
    width: SIDE,
    classes: 2,
    seed: 1,
  });
  const options = { optimiser: optimiserSchema.parse({ name: 'sgd' }), seed: 1, threads: 2 };
  const first = openTfjsSession(definition, options, 'wasm');
  await new Promise((resolve) => setTimeout(resolve, 100)); // the binary for one thread starts faster
  const sessions = await Promise.all([first, openTfjsSession(definition, options, 'wasm')]);
  expect(getBackend()).toBe('wasm');
  const images = new Uint8Array(SIDE * SIDE * 3).fill(100);
  const [one, two] = await Promise.all(sessions.map((session) => session.predict(images, 1)));
  expect(one).toHaveLength(2);
  expect(two).toEqual(one);
  for (const session of sessions) await session[Symbol.asyncDispose]();
});
