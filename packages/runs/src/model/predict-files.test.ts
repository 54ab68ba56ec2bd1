import { type ImageSource, SproutError, toErrorData } from '@sprout/core';
import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { type FilePrediction, predictFiles } from './predict-files.ts';

const { samples } = datasetOf({ oak: 5 });

/** A source whose images consist of one number, that of the file. Some are bad. */
function fakeSource(bad: ReadonlySet<string>) {
  const source = {
    open: 0,
    prepare: async (chosen: readonly { readonly id: string; readonly path: string }[]) => {
      source.open++;
      const images = Uint8Array.from(chosen, ({ id }) => Number(/\d+/.exec(id)![0]));
      const found = chosen.flatMap(({ id }, position) => {
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

async function predicted(source: ReturnType<typeof fakeSource>): Promise<FilePrediction[]> {
  const outcomes: FilePrediction[] = [];
  const { signal } = new AbortController();
  const own = { source: source as unknown as ImageSource, recipe: [], batchSize: 2, signal }; // the parts that are used
  for await (const outcome of predictFiles(predictor, samples, own)) outcomes.push(outcome);
  return outcomes;
}

test('yields the probabilities of each file, in the order of the files', async () => {
  const source = fakeSource(new Set());
  expect(await predicted(source)).toEqual(
    [0, 1, 2, 3, 4].map((number) => ({
      sample: samples.at(number),
      probabilities: Float32Array.of(number, number + 1),
    })),
  );
  expect(source.open).toBe(0);
});

test('a bad image yields its error, also if all images of a batch are bad', async () => {
  const source = fakeSource(new Set(['oak/1.png', 'oak/2.png', 'oak/3.png']));
  const outcomes = await predicted(source);
  expect(outcomes.map((outcome) => 'error' in outcome)).toEqual([false, true, true, true, false]);
  expect(outcomes[4]).toMatchObject({ probabilities: Float32Array.of(4, 5) });
  expect(source.open).toBe(0);
});
