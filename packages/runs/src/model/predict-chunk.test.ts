import { type ImageSource, SproutError, toErrorData } from '@sprout/core';
import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { type FilePrediction, predictChunk } from './predict-chunk.ts';

const { samples } = datasetOf({ oak: 3 });
const chosen = Array.from({ length: samples.length }, (_, at) => samples.at(at));

/** A source whose images consist of one number, that of the file. Some are bad. */
function fakeSource(bad: ReadonlySet<string>) {
  const source = {
    open: 0,
    prepare: async (prepared: typeof chosen) => {
      source.open++;
      const images = Uint8Array.from(prepared, ({ id }) => Number(/\d+/.exec(id)![0]));
      const found = prepared.flatMap(({ id }, position) => {
        const error = toErrorData(new SproutError('image-refused', { file: id, reason: 'a page' }));
        return bad.has(id) ? [{ id, position, error }] : [];
      });
      return { images, bad: found, [Symbol.dispose]: () => void source.open-- };
    },
  };
  return source;
}

/** Predicts two classes: the number of the image, and the number plus one. */
const predictor = {
  predict: async (images: Uint8Array, count: number) =>
    Float32Array.from({ length: count * 2 }, (_, at) => images[at >> 1]! + (at % 2)),
};

async function predicted(bad: readonly string[]): Promise<FilePrediction[]> {
  const source = fakeSource(new Set(bad));
  const own = { predictor, source: source as unknown as ImageSource, recipe: [] }; // the parts that are used
  const outcomes = await predictChunk(chosen, own);
  expect(source.open).toBe(0);
  return outcomes;
}

test('gives the probabilities of each file, in the order of the files', async () => {
  expect(await predicted([])).toEqual(
    [0, 1, 2].map((number) => ({
      sample: samples.at(number),
      probabilities: Float32Array.of(number, number + 1),
    })),
  );
});

test('a bad image has its error as its result', async () => {
  const outcomes = await predicted(['oak/1.png']);
  expect(outcomes.map((outcome) => 'error' in outcome)).toEqual([false, true, false]);
  expect(outcomes[2]).toMatchObject({ probabilities: Float32Array.of(2, 3) });
});

test('nothing is predicted if all images are bad', async () => {
  const outcomes = await predicted(['oak/0.png', 'oak/1.png', 'oak/2.png']);
  expect(outcomes.every((outcome) => 'error' in outcome)).toBe(true);
});
