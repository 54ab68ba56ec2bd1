import { expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { openPredictorThread } from './engine-thread.ts';

const definition = createDefinition('logistic', { height: 2, width: 2, classes: 2, seed: 0 });
const images = new Uint8Array(12).fill(90);

test('two models can be opened on wasm at the same time, and beside another engine', async () => {
  const engines = ['wasm', 'wasm', 'cpu', 'wasm'] as const;
  const models = await Promise.all(
    engines.map((engine) => openPredictorThread(definition, { engine, threads: 1 })),
  );
  const [first, ...others] = await Promise.all(models.map((model) => model.predict(images, 1)));
  expect(models.map(({ engine }) => engine)).toEqual(engines);
  for (const other of others) expect(other[0]).toBeCloseTo(first![0]!, 5);
  for (const model of models) await model[Symbol.asyncDispose]();
});
