import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { failWith } from './fail-with.ts';

const startWorker = (code: string): Worker => new Worker(code, { eval: true });
const never = new Promise<never>(() => undefined);

test('passes answers and errors on', async () => {
  const worker = startWorker('setInterval(() => {}, 1000)');
  const whileAlive = failWith(worker);
  expect(await whileAlive(Promise.resolve(1))).toBe(1);
  await expect(whileAlive(Promise.reject(new Error('bad weights')))).rejects.toThrow('bad weights');
  await worker.terminate();
});

test('a call fails when the worker does, and so does a later one', async () => {
  const whileAlive = failWith(startWorker('throw new Error("out of memory")'));
  await expect(whileAlive(never)).rejects.toThrow('out of memory');
  await expect(whileAlive(never)).rejects.toThrow('out of memory');
});

test('an error of the worker is worker-lost, and the cause of it', async () => {
  const whileAlive = failWith(startWorker('throw new TypeError("no such kernel")'));
  await expect(whileAlive(never)).rejects.toMatchObject({
    code: 'worker-lost',
    message: 'The worker for the engine stopped: no such kernel',
    cause: expect.any(TypeError) as unknown,
  });
});

test('a call fails when the worker is given up, and so does a later one', async () => {
  const worker = startWorker('for (;;);');
  const givenUp = new AbortController();
  const whileAlive = failWith(worker, givenUp.signal);
  const waiting = whileAlive(never);
  givenUp.abort(new Error('no answer'));
  await expect(waiting).rejects.toThrow('no answer');
  await expect(whileAlive(never)).rejects.toThrow('no answer');
  await worker.terminate();
});

test('a call fails when the worker ends without an error', async () => {
  const whileAlive = failWith(startWorker('process.exit(3)'));
  await expect(whileAlive(never)).rejects.toThrow('ended with code 3');
  await expect(whileAlive(never)).rejects.toThrow('ended with code 3');
});

test('memory that is used up is worker-lost, with advice', async () => {
  const code = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));';
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 };
  const whileAlive = failWith(new Worker(code, { eval: true, resourceLimits }));
  await expect(whileAlive(never)).rejects.toMatchObject({
    code: 'worker-lost',
    context: { reason: expect.stringContaining('smaller batches') as string },
  });
});

test('does not keep answers in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const worker = startWorker('setInterval(() => {}, 1000)');
  const whileAlive = failWith(worker);
  const given = new WeakRef(await whileAlive(Promise.resolve({ weights: [1, 2, 3] })));
  await new Promise((resolve) => setTimeout(resolve, 1));
  collect();
  expect(given.deref()).toBeUndefined();
  await worker.terminate();
});
