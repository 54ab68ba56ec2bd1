import type { LentImages } from '@sprout/core';
import { expect, test } from 'vitest';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { Thread } from '../worker/thread.ts';
import { augmentBatch } from './augment-batch.ts';
import { LocalRunner } from './local-runner.ts';
import { SharedBuffers } from './shared-buffers.ts';

const samples = ['a', 'b'].map((id) => ({ id, path: `${id}.png`, label: 0 }));
const flip = [{ op: 'flip-horizontal', probability: 1 }];
const at = { seed: 0, epoch: 0 };

/** Counts the buffers that it lends. */
class CountingBuffers extends SharedBuffers {
  readonly counts = { lent: 0, inUse: 0 };

  override lend(bytes: number): SharedArrayBuffer {
    this.counts.lent++;
    this.counts.inUse++;
    return super.lend(bytes);
  }

  override takeBack(buffer: SharedArrayBuffer): void {
    this.counts.inUse--;
    super.takeBack(buffer);
  }
}

function counting() {
  const buffers = new CountingBuffers();
  const runner = new LocalRunner(new Thread({ recipeOps, augmentationOps }));
  return { resources: { runner, workers: 1, buffers }, counts: buffers.counts };
}

/** Two images of 1 x 2 pixels. */
function prepared(memory: ArrayBuffer | SharedArrayBuffer, disposals: string[] = []): LentImages {
  const images = new Uint8Array(memory);
  images.set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const dispose = (): void => void disposals.push('prepared');
  return { images, height: 1, width: 2, channels: 3, bad: [], [Symbol.dispose]: dispose };
}

test('images in shared memory are augmented into a new batch, without a copy beforehand', async () => {
  const { resources, counts } = counting();
  const disposals: string[] = [];
  const source = prepared(new SharedArrayBuffer(12), disposals);
  const lent = await augmentBatch(
    resources,
    { prepared: source, samples },
    { augment: flip, ...at },
  );
  expect([...lent.images]).toEqual([4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9]);
  expect([...source.images]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(counts).toEqual({ lent: 1, inUse: 1 });
  expect(disposals).toEqual(['prepared']);
  lent[Symbol.dispose]();
  expect(counts.inUse).toBe(0);
});

test('images outside shared memory are copied once, and the buffer of the copy is returned', async () => {
  const { resources, counts } = counting();
  const source = prepared(new ArrayBuffer(12));
  using lent = await augmentBatch(
    resources,
    { prepared: source, samples },
    { augment: flip, ...at },
  );
  expect([...lent.images]).toEqual([4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9]);
  expect(counts).toEqual({ lent: 2, inUse: 1 });
});

test('an empty augmentation returns the prepared images themselves', async () => {
  const { resources, counts } = counting();
  const source = prepared(new ArrayBuffer(12));
  expect(await augmentBatch(resources, { prepared: source, samples }, { augment: [], ...at })).toBe(
    source,
  );
  expect(counts.lent).toBe(0);
});

test.each([
  ['an unknown op', [{ op: 'flop' }], undefined, 'Unknown augmentation op "flop"'],
  ['an abort', flip, AbortSignal.abort(new Error('enough')), 'enough'],
])('after %s all buffers are returned', async (_, augment, signal, message) => {
  const { resources, counts } = counting();
  const disposals: string[] = [];
  const source = prepared(new ArrayBuffer(12), disposals);
  const failure = augmentBatch(
    resources,
    { prepared: source, samples },
    { augment, signal, ...at },
  );
  await expect(failure).rejects.toThrow(message);
  expect(disposals).toEqual(['prepared']);
  expect(counts.inUse).toBe(0);
});
