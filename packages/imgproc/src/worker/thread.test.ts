import { expect, test } from 'vitest';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import type { FileMemory } from './file-memory.ts';
import { Thread } from './thread.ts';

const newThread = (): Thread => new Thread({ recipeOps, augmentationOps });

test('a recipe and an augmentation are each set up once', () => {
  const thread = newThread();
  const median = [{ op: 'median', size: 3 }];
  const rotate = [{ op: 'rotate', degrees: [-5, 5], border: 'nearest' }];
  expect(thread.recipe(median)).toBe(thread.recipe(structuredClone(median)));
  expect(thread.augmentation(rotate)).toBe(thread.augmentation(structuredClone(rotate)));
  expect(thread.recipe(median).resolved.map(({ op }) => op.name)).toEqual(['median']);
});

test('an augmentation op is not known in a recipe', () => {
  const rotate = [{ op: 'rotate', degrees: [-5, 5], border: 'nearest' }];
  expect(() => newThread().recipe(rotate)).toThrow('the op "rotate" was not checked');
});

test('an empty list is a recipe of one thread and an augmentation of it', () => {
  const thread = newThread();
  expect(thread.recipe([])).not.toBe(thread.augmentation([]));
  expect(newThread().recipe([])).not.toBe(thread.recipe([]));
  expect(thread.recipe([])).toEqual({ resolved: [], ops: [], atOnce: 0, needsOpenCv: false });
});

test('OpenCV is not loaded before it is needed', () => {
  expect(() => newThread().opencv.cv).toThrow('opencv.js is used before it is loaded');
});

test('the memory of a task that fails is lent again', async () => {
  const thread = newThread();
  const seen: FileMemory[] = [];
  const failing = thread.withFileMemory(async (memory) => {
    seen.push(memory);
    throw new TypeError('a bug');
  });
  await expect(failing).rejects.toThrow('a bug');
  expect(await thread.withFileMemory(async (memory) => memory)).toBe(seen[0]);
});

test('memory that is lent is not lent to another task', async () => {
  const thread = newThread();
  const [outer, inner] = await thread.withFileMemory(async (memory) => [
    memory,
    await thread.withFileMemory(async (other) => other),
  ]);
  expect(inner).not.toBe(outer);
});
