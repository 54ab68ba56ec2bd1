import { stdout } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { extractFeatures } from '../src/features/extract-features.ts';
import { createFeatureStore } from '../src/features/node/create-feature-store.ts';
import { ADDRESS } from './feature-store.ts';

/** The store of this program: 40 samples in batches of two, whose feature is the number of the sample. */
export const KILLED_STORE = {
  address: { ...ADDRESS, copies: 1 },
  shape: [1],
  ids: Array.from({ length: 40 }, (_, at) => `${at}`),
  labels: new Int32Array(40),
  batchSize: 2,
};

/** Extracts that store. Writes a line to `report` when a batch is computed, and when it is stored. */
export async function extract(folder: string, report: (line: string) => void): Promise<void> {
  await using store = await createFeatureStore(folder, KILLED_STORE);
  const outputs = async (images: Uint8Array | Float32Array, count: number) => {
    report(`computed ${images[0]! / 2}`);
    return new Map([['l', { shape: [count, 1], data: Float32Array.from(images) }]]);
  };
  const batches = async function* (_: number, first: number) {
    for (let step = first; step < 20; step++) {
      await setTimeout(5);
      const numbers = [step * 2, step * 2 + 1];
      const ids = numbers.map(String);
      const size = { count: 2, height: 1, width: 1, channels: 1 };
      yield { images: Uint8Array.from(numbers), ...size, labels: new Int32Array(2), ids, step };
    }
  };
  for await (const { step } of extractFeatures({ outputs }, batches, { layer: 'l', store }))
    report(`stored ${step}`);
}

const [, script = '', folder] = process.argv;
if (script.endsWith('extract-until-killed.ts') && folder !== undefined)
  await extract(folder, (line) => stdout.write(`${line}\n`));
