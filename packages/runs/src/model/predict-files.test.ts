import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { predictFiles, type PredictFilesOptions } from './predict-files.ts';

const { samples } = datasetOf({ oak: 5 });

async function paths(options: Partial<PredictFilesOptions>): Promise<string[]> {
  const found: string[] = [];
  const predict: PredictFilesOptions['predict'] = async (chosen) =>
    chosen.map((sample) => ({ sample, probabilities: Float32Array.of(1) }));
  const { signal } = new AbortController();
  const own = { predict, chunk: 2, ahead: 3, signal, ...options };
  for await (const { sample } of predictFiles(samples, own)) found.push(sample.path);
  return found;
}

const all = [0, 1, 2, 3, 4].map((number) => `oak/${number}.png`);

test('yields the predictions in the order of the files, also if a later chunk is ready first', async () => {
  const lengths: number[] = [];
  const predict: PredictFilesOptions['predict'] = async (chosen) => {
    lengths.push(chosen.length);
    await new Promise((resolve) => setTimeout(resolve, 6 - 2 * lengths.length));
    return chosen.map((sample) => ({ sample, probabilities: Float32Array.of(1) }));
  };
  expect(await paths({ predict })).toEqual(all);
  expect(lengths).toEqual([2, 2, 1]);
});

test('an aborted signal ends the predictions with its reason', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(paths({ signal })).rejects.toThrow('stopped');
});

test('a chunk that fails ends the predictions', async () => {
  const predict = () => Promise.reject(new Error('no engine'));
  await expect(paths({ predict })).rejects.toThrow('no engine');
});
