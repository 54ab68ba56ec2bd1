import { expect, test } from 'vitest';
import { evaluateTags } from './evaluate-tags.ts';

const OUTPUTS = new Map([
  [0, [0.9, 0.2]],
  [1, [0.6, 0.4]],
]);

async function* batches() {
  yield {
    images: Uint8Array.of(0, 1),
    count: 2,
    labels: Int32Array.of(1, 0),
    ids: ['a', 'b'],
    step: 0,
  };
}
const predictor = {
  predict: async (images: Uint8Array | Float32Array) =>
    Float32Array.from(Array.from(images).flatMap((image) => OUTPUTS.get(image)!)),
};

test('compares the tags of each sample, by its label', async () => {
  const done: number[] = [];
  const { samples, accuracy, loss, predictions } = await evaluateTags(predictor, batches(), {
    tags: [
      [1, 1],
      [1, 0],
    ],
    onPrediction: (count) => done.push(count),
  });
  expect(samples).toBe(2);
  expect(accuracy).toBe(3 / 4);
  expect(done).toEqual([1, 2]);
  expect(predictions.map(({ id, tags }) => [id, tags])).toEqual([
    ['a', [1, 0]],
    ['b', [1, 1]],
  ]);
  expect(loss).toBeCloseTo((-Math.log(0.9) - Math.log(0.8) - Math.log(0.6) - Math.log(0.4)) / 4, 5);
});

test('a label without tags is refused', async () => {
  await expect(evaluateTags(predictor, batches(), { tags: [[1, 1]] })).rejects.toThrow(
    'a label must be a whole number from 0 to 0; received 1',
  );
});
