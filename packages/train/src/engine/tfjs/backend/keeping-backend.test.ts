import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepingBackend } from './keeping-backend.ts';
import { startBackend } from './start-backend.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);
afterAll(() => startBackend('cpu', { threads: 1 }));

test('restores the active backend after the work, and returns its result', async () => {
  const during = await keepingBackend(async () => {
    await setBackend('wasm');
    return getBackend();
  });
  expect([during, getBackend()]).toEqual(['wasm', 'cpu']);
});

test('restores the active backend after work that fails', async () => {
  const failing = keepingBackend(async () => {
    await setBackend('wasm');
    throw new Error('no GPU');
  });
  await expect(failing).rejects.toThrow('no GPU');
  expect(getBackend()).toBe('cpu');
});
