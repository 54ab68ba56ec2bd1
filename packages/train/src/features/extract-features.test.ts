import type { Batch } from '@sprout/core';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS } from '../../test/feature-store.ts';
import type { Predictor } from '../engine/contract/predictor.ts';
import { extractFeatures } from './extract-features.ts';
import { createFeatureStore } from './node/create-feature-store.ts';
import { openFeatureStore } from './node/feature-store.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'extract-'))));
afterEach(() => rm(folder, { recursive: true }));

const ids = Array.from({ length: 23 }, (_, at) => `${at}.png`);
const OPTIONS = {
  address: ADDRESS,
  shape: [2],
  ids,
  labels: new Int32Array(23),
  batchSize: 10,
};

/** Batches of images of one pixel, whose value is the number of the sample plus 100 for each copy. */
async function* batches(copy: number, firstStep: number): AsyncGenerator<Batch> {
  for (let step = firstStep; step < 3; step++) {
    const numbers = Array.from({ length: step === 2 ? 3 : 10 }, (_, at) => step * 10 + at);
    const count = numbers.length;
    const images = Uint8Array.from(numbers, (number) => number + 100 * copy);
    const size = { height: 1, width: 1, channels: 1 };
    const labels = new Int32Array(count);
    yield { images, count, ...size, labels, ids: numbers.map((at) => ids[at]!), step };
  }
}

/** A predictor whose layer `double` answers `[x, 2 x]` for a pixel x, with the number of images in each call. */
function predictor() {
  const calls: number[] = [];
  const outputs: Predictor['outputs'] = async (images, count) => {
    calls.push(count);
    const data = Float32Array.from([...images].flatMap((pixel) => [pixel, 2 * pixel]));
    return new Map([['double', { shape: [count, 2], data }]]);
  };
  return { calls, outputs };
}

async function extracted(options: Partial<Parameters<typeof extractFeatures>[2]> = {}) {
  const { calls, outputs } = predictor();
  await using store = await createFeatureStore(folder, OPTIONS);
  const events = [];
  const stream = extractFeatures({ outputs }, batches, { layer: 'double', store, ...options });
  for await (const event of stream) events.push(event);
  return { calls, events };
}

describe('extractFeatures', () => {
  test('stores every image of every copy, a few at a time', async () => {
    const { calls, events } = await extracted();
    expect(calls).toEqual([8, 2, 8, 2, 3, 8, 2, 8, 2, 3]);
    expect(events.map(({ copy, step, done }) => [copy, step, done])).toEqual([
      [0, 0, 10],
      [0, 1, 20],
      [0, 2, 23],
      [1, 0, 33],
      [1, 1, 43],
      [1, 2, 46],
    ]);
    expect(events.every(({ total }) => total === 46)).toBe(true);
    const store = await openFeatureStore(folder);
    expect(await store.read([22, 7], 1)).toEqual(Float32Array.of(122, 244, 107, 214));
  });

  test('goes on where it was stopped, and computes no stored batch again', async () => {
    const { outputs } = predictor();
    await using store = await createFeatureStore(folder, OPTIONS);
    let left = 4;
    for await (const event of extractFeatures({ outputs }, batches, { layer: 'double', store })) {
      expect(event.type).toBe('batch');
      if (--left === 0) break;
    }
    await store[Symbol.asyncDispose]();
    const written = async () => (await stat(join(folder, 'features-1/c/0/0'))).ino;
    const before = await written();
    const { calls, events } = await extracted();
    expect(calls).toEqual([8, 2, 3]);
    expect(events.map(({ done }) => done)).toEqual([43, 46]);
    expect(await written()).toBe(before);
    expect((await extracted()).calls).toEqual([]);
  });

  test('stops when its signal is aborted, with whole batches', async () => {
    const abort = new AbortController();
    const { outputs } = predictor();
    await using store = await createFeatureStore(folder, OPTIONS);
    const options = { layer: 'double', store, signal: abort.signal };
    const events = extractFeatures({ outputs }, batches, options);
    expect((await events.next()).value).toMatchObject({ step: 0 });
    abort.abort(new Error('enough'));
    await expect(events.next()).rejects.toThrow('enough');
    expect([0, 1].map((step) => store.has(0, step))).toEqual([true, false]);
  });

  test('refuses batches that are not those of the store', async () => {
    const { outputs } = predictor();
    await using store = await createFeatureStore(folder, OPTIONS);
    const run = async (given: typeof batches) => {
      for await (const _ of extractFeatures({ outputs }, given, { layer: 'double', store }));
    };
    const late = run((copy) => batches(copy, 1));
    await expect(late).rejects.toThrow('batches must be 0.png as sample 0; received 10.png');
    const short = run(async function* () {});
    await expect(short).rejects.toThrow('batches must be 3 batches for copy 0; received 0 batches');
  });
});
