import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { drawnImages, smallNet } from '../../../test/small-net.ts';
import { openTfjsGradientSource } from './open-tfjs-gradient-source.ts';
import { openTfjsPredictor } from './open-tfjs-predictor.ts';
import { startBackend } from './backend/start-backend.ts';

await startBackend('cpu', { threads: 1 });

test('a predictor does not leak tensors', async () => {
  const definition = smallNet();
  const before = memory().numTensors;
  {
    await using predictor = await openTfjsPredictor(definition, { threads: 1 }, 'cpu');
    const during = memory().numTensors;
    await predictor.predict(drawnImages(2), 2);
    await predictor.outputs(drawnImages(2), 2, ['images', 'max', 'max', 'classes']);
    expect(memory().numTensors).toBe(during);
  }
  expect(memory().numTensors).toBe(before);
});

test('a gradient source does not leak tensors, also after an error', async () => {
  const definition = smallNet();
  const before = memory().numTensors;
  {
    await using source = await openTfjsGradientSource(definition, { threads: 1 }, 'cpu');
    const during = memory().numTensors;
    const objective = [{ layer: 'max', measure: 'channel', channel: 1 }] as const;
    await source.gradient(drawnImages(2), { count: 2, objective });
    await source.gradient(drawnImages(2), { count: 2, objective, wrt: { layer: 'conv' } });
    const unrelated = { count: 2, objective, wrt: { layer: 'classes' } };
    await expect(source.gradient(drawnImages(2), unrelated)).rejects.toThrow('wrt');
    expect(memory().numTensors).toBe(during);
  }
  expect(memory().numTensors).toBe(before);
});
