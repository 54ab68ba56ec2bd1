import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { openInThread, predictorCalls, type ThreadedModel } from './open-in-thread.ts';
import { sharedWorker } from './shared-worker.ts';

/** A model that keeps the engine in JavaScript busy for many minutes. */
const COUNT = 64;
const busy = createDefinition('small-cnn', { height: 150, width: 150, classes: 2, seed: 0 });
const images = new Uint8Array(COUNT * 150 * 150 * 3);
const quick = createDefinition('logistic', { height: 2, width: 2, classes: 2, seed: 0 });
const reason = new Error('stopped');

/** The threads, as they were started. The last one runs. */
const workers: Worker[] = [];
const onWorker = (worker: Worker): unknown => workers.push(worker);
process.on('worker', onWorker);
afterAll(() => void process.off('worker', onWorker));

const open = (definition = quick, signal?: AbortSignal): Promise<ThreadedModel> =>
  openInThread((service) => service.openPredictor(definition, { engine: 'cpu', threads: 1 }), {
    signal,
    patienceMs: 300,
  });

const predictOne = async (model: ThreadedModel): Promise<number> =>
  (await predictorCalls(model).predict(new Uint8Array(12), 1)).length;

test('a call that does not end after the signal is aborted rejects, and the next model gets another thread', async () => {
  const controller = new AbortController();
  const model = await open(busy, controller.signal);
  const endless = predictorCalls(model).predict(images, COUNT);
  setTimeout(() => controller.abort(reason), 100);
  await expect(endless).rejects.toBe(reason);
  await model[Symbol.asyncDispose]();
  await using next = await open();
  expect(await predictOne(next)).toBe(2);
});

test('disposing does not wait for a thread that computes for ever; the call is lost', async () => {
  const model = await open(busy);
  const endless = predictorCalls(model).predict(images, COUNT);
  const lost = endless.catch((error: unknown) => error);
  await model[Symbol.asyncDispose]();
  expect(await lost).toMatchObject({
    code: 'worker-lost',
    message: 'The worker for the engine stopped: it did not answer',
  });
});

test('a thread that holds another model is not ended', async () => {
  await using other = await open();
  const model = await open(quick, AbortSignal.abort(reason));
  const { giveUp } = sharedWorker();
  giveUp();
  expect(await predictOne(other)).toBe(2);
  await model[Symbol.asyncDispose]();
});

test('a thread that has ended fails the calls that wait with one sentence, and holds up no disposing', async () => {
  const model = await open(busy);
  const worker = workers.at(-1)!; // one is running
  const calls = [1, 2].map(() =>
    predictorCalls(model)
      .predict(images, COUNT)
      .catch((error: unknown) => error),
  );
  const ended = once(worker, 'exit');
  void worker.terminate();
  for (const error of await Promise.all(calls))
    expect(error).toMatchObject({
      code: 'worker-lost',
      message: 'The worker for the engine stopped: it ended with code 1',
    });
  await ended;
  await model[Symbol.asyncDispose]();
  await expect(predictOne(model)).rejects.toMatchObject({ code: 'worker-lost' });
  await using next = await open();
  expect(await predictOne(next)).toBe(2);
});
