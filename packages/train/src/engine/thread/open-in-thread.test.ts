import { getActiveResourcesInfo } from 'node:process';
import { describe, expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { described, openInThread, predictorCalls, type ThreadedModel } from './open-in-thread.ts';

const { weights, ...rest } = createDefinition('logistic', {
  height: 2,
  width: 2,
  classes: 2,
  seed: 0,
});
/** A model whose weights are 0: each class is as probable as the other. */
const definition = {
  ...rest,
  weights: weights.map((weight) => ({ ...weight, data: weight.data.map(() => 0) })),
};
const images = new Uint8Array(12).fill(90);

/** The number of workers that keep the process alive. */
function holders(): number {
  return getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
}

function open(): Promise<ThreadedModel> {
  return openInThread((service) =>
    service.openPredictor(definition, { engine: 'cpu', threads: 1 }),
  );
}

describe('openInThread', () => {
  test('opens a model, with an id of its own', async () => {
    await using one = await open();
    await using other = await open();
    expect(one).toMatchObject({ engine: 'cpu', version: '4.22.0', note: undefined });
    expect(other.id).not.toBe(one.id);
  });

  test('holds the process until the model is disposed of', async () => {
    const before = holders();
    const model = await open();
    expect(holders()).toBe(before + 1);
    await model[Symbol.asyncDispose]();
    expect(holders()).toBe(before);
  });

  test('closes the model in the thread, once', async () => {
    const model = await open();
    const { predict } = predictorCalls(model);
    await model[Symbol.asyncDispose]();
    await model[Symbol.asyncDispose]();
    await using _other = await open(); // keeps the thread alive for the call
    await expect(predict(images, 1)).rejects.toThrow('the model is used after it was closed');
  });

  test('does not hold the process where the model cannot be opened', async () => {
    const before = holders();
    const opened = openInThread((service) =>
      service.openPredictor(
        { ...definition, weights: weights.slice(1) },
        { engine: 'cpu', threads: 1 },
      ),
    );
    await expect(opened).rejects.toMatchObject({
      code: 'weight-missing',
      context: { weight: 'classes/kernel' },
    });
    expect(holders()).toBe(before);
  });

  test('does not hold the process where the call itself fails', async () => {
    const before = holders();
    const opened = openInThread(() => Promise.reject(new Error('not cloneable')));
    await expect(opened).rejects.toThrow('not cloneable');
    expect(holders()).toBe(before);
  });
});

test('described keeps what callers see of a model', async () => {
  await using model = await open();
  expect(Reflect.ownKeys(described(model))).toEqual([
    'engine',
    'version',
    'note',
    Symbol.asyncDispose,
  ]);
});

test('predictorCalls run in the thread', async () => {
  await using model = await open();
  const { predict, outputs } = predictorCalls(model);
  const probabilities = await predict(images, 1);
  expect(probabilities).toEqual(Float32Array.of(0.5, 0.5));
  expect(await outputs(images, 1, ['classes'])).toEqual(
    new Map([['classes', { shape: [1, 2], data: probabilities }]]),
  );
});
