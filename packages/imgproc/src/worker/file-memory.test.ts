import { expect, test } from 'vitest';
import { FileMemory } from './file-memory.ts';
import { Thread } from './thread.ts';

test('returns the same memory again, and larger memory for a larger file', () => {
  const memory = new FileMemory();
  const first = memory.take(1000);
  expect(memory.take(10).buffer).toBe(first.buffer);
  expect(memory.take(3_000_000).length).toBeGreaterThanOrEqual(3_000_000);
  expect(memory.take(2_000_000).buffer).toBe(memory.take(10).buffer);
});

test('an exceptionally large file gets memory that is not kept', () => {
  const memory = new FileMemory();
  const kept = memory.take(10);
  expect(memory.take(2 ** 25).length).toBe(2 ** 25);
  expect(memory.take(10).buffer).toBe(kept.buffer);
});

test('concurrent tasks have separate memory, and later tasks use it again', async () => {
  const thread = new Thread({ recipeOps: [], augmentationOps: [] });
  const buffers = await Promise.all([
    thread.withFileMemory(async (memory) => memory.take(1).buffer),
    thread.withFileMemory(async (memory) => memory.take(1).buffer),
  ]);
  expect(buffers[0]).not.toBe(buffers[1]);
  expect(buffers).toContain(await thread.withFileMemory(async (memory) => memory.take(1).buffer));
});
