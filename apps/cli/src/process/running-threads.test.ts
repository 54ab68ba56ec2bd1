import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchThreads } from './running-threads.ts';

const before = process.listeners('worker');
let worker: Worker | undefined;

beforeEach(() => {
  worker = undefined;
});
afterEach(async () => {
  await worker?.terminate();
  for (const listener of process.listeners('worker')) {
    if (!before.includes(listener)) process.off('worker', listener);
  }
});

test('without threads all have ended', async () => {
  expect(await watchThreads().ended(60_000)).toBe(true);
});

test('a thread that ends is waited for', async () => {
  const threads = watchThreads();
  worker = new Worker('setTimeout(() => undefined, 50)', { eval: true });
  await once(worker, 'online');
  expect(await threads.ended(60_000)).toBe(true);
  expect(worker.threadId).toBe(-1);
});

test('a thread that computes for ever is not', async () => {
  const threads = watchThreads();
  worker = new Worker('for (;;);', { eval: true });
  await once(worker, 'online');
  expect(await threads.ended(50)).toBe(false);
});
