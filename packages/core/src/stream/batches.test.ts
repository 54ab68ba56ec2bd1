import { expect, test } from 'vitest';
import { allPixels, fakeSource } from '../../test/fake-source.ts';
import { makeDataset, numbered } from '../../test/make-dataset.ts';
import { batches, type BatchesOptions } from './batches.ts';

const { samples } = makeDataset({ a: numbered(7), b: numbered(6) });
const OPTIONS: BatchesOptions = { samples, recipe: [], batchSize: 4, seed: 1, epoch: 2 };

/** Copies of all batches. */
async function collect(
  source: ReturnType<typeof fakeSource>,
  options: Partial<BatchesOptions> = {},
) {
  const all: { ids: readonly string[]; labels: number[]; images: number[]; step: number }[] = [];
  for await (const { ids, labels, images, step } of batches(source, { ...OPTIONS, ...options })) {
    all.push({ ids, labels: [...labels], images: [...images], step });
  }
  return all;
}

test('yields every sample once with its pixels, label and id', async () => {
  const all = await collect(fakeSource());
  expect(all.map(({ ids }) => ids.length)).toEqual([4, 4, 4, 1]);
  expect(all.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  const ids = all.flatMap((batch) => batch.ids);
  expect(ids.toSorted()).toEqual(Array.from(samples, ({ id }) => id).toSorted());
  expect(all.flatMap(({ images }) => images)).toEqual(allPixels(ids));
  expect(all.flatMap(({ labels }) => labels)).toEqual(
    ids.map((id) => (id.startsWith('a/') ? 0 : 1)),
  );
});

test.each([0, 1, 2, 3, 4])(
  'starts at batch %i with the same batches as in the whole epoch',
  async (firstStep) => {
    const augment = [{ op: 'flip-horizontal' }];
    const whole = await collect(fakeSource(), { augment });
    expect(await collect(fakeSource(), { augment, firstStep })).toEqual(whole.slice(firstStep));
  },
);

test.each([0, 1, 5])('yields the same batches when %i are made ahead', async (ahead) => {
  expect(await collect(fakeSource(), { ahead })).toEqual(await collect(fakeSource()));
});

test('augments the prepared images by epoch', async () => {
  const augment = [{ op: 'flip-horizontal' }];
  const [first] = await collect(fakeSource(), { augment, epoch: 4 });
  expect(first?.images).toEqual(allPixels(first?.ids ?? []).map((value) => value ^ 5));
});

test('returns all images at the end, and when the consumer stops early', async () => {
  const source = fakeSource();
  await collect(source, { augment: [{ op: 'flip-horizontal' }] });
  for await (const batch of batches(source, OPTIONS)) if (batch.step === 1) break;
  expect(source.lent()).toBe(0);
});

test('throws the error of a bad image in the turn of its batch, and returns all images', async () => {
  const bad = (await collect(fakeSource())).at(1)?.ids[2];
  const source = fakeSource({ isBad: (id) => id === bad });
  const steps: number[] = [];
  const all = (async () => {
    for await (const { step } of batches(source, OPTIONS)) steps.push(step);
  })();
  await expect(all).rejects.toThrow(`Cannot decode photos/${bad}: bad`);
  expect(steps).toEqual([0]);
  expect(source.lent()).toBe(0);
});

test('stops when it is aborted', async () => {
  const controller = new AbortController();
  const source = fakeSource();
  const all = (async () => {
    for await (const _ of batches(source, { ...OPTIONS, signal: controller.signal }))
      controller.abort();
  })();
  await expect(all).rejects.toThrow(/abort/i);
  expect(source.lent()).toBe(0);
});

test('refuses a first step outside the epoch, and a number of batches ahead below 0', async () => {
  for (const wrong of [{ firstStep: 99 }, { firstStep: -1 }, { ahead: -1 }, { ahead: NaN }])
    await expect(collect(fakeSource(), wrong)).rejects.toMatchObject({
      context: { option: Object.keys(wrong)[0] },
    });
});
