import { getBackend, memory, tensor, variable } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBackend } from './on-backend.ts';
import { startBackend } from './start-backend.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);
afterAll(() => startBackend('cpu', { threads: 1 }));

test('makes the backend active, and returns any result of the work', () => {
  for (const backend of ['wasm', 'cpu'])
    expect(onBackend(backend, () => [getBackend()])).toEqual([backend]);
  expect(onBackend('cpu', () => undefined)).toBeUndefined();
});

test('frees the tensors of the work but not its variables', () => {
  const before = memory().numTensors;
  const kept = onBackend('cpu', () => variable(tensor([1, 2])));
  expect(memory().numTensors).toBe(before + 1);
  expect([...kept.dataSync()]).toEqual([1, 2]);
  kept.dispose();
});

test('frees the tensors of work that fails', () => {
  const before = memory().numTensors;
  const work = (): never => {
    tensor([1, 2]);
    throw new Error('no weights');
  };
  expect(() => onBackend('cpu', work)).toThrow('no weights');
  expect(memory().numTensors).toBe(before);
});
