import { type FitOptions, mixSchema } from '@sprout/train';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRICS } from '../../test/finished-run.ts';
import { type OpenedPhotos, openPhotos } from '../../test/open-photos.ts';
import { BLUE } from '../../test/photos.ts';
import { planFit } from './plan-fit.ts';

let photos: OpenedPhotos;

beforeAll(async () => {
  photos = await openPhotos();
});

afterAll(() => photos[Symbol.asyncDispose]());

/** The ids, labels and first pixels of batches, which are only valid until the next one. */
async function taken(batches: ReturnType<FitOptions['training']>) {
  const all = [];
  for await (const { ids, labels, images, step } of batches)
    all.push({ ids, labels: [...labels], pixel: [...images.subarray(0, 3)], step });
  return all;
}

const idsOf = (batches: readonly { readonly ids: readonly string[] }[]): string[] =>
  batches.flatMap(({ ids }) => ids);

test('the settings are those of the configuration', () => {
  const { resolved, images } = photos;
  const plan = planFit(resolved, images, { ahead: 0 });
  expect(plan).toMatchObject({
    classes: 2,
    stepsPerEpoch: 2,
    epochs: 2,
    learningRate: resolved.train.optimiser.learningRate,
    schedule: { name: 'cosine' },
    labelSmoothing: 0,
  });
  for (const name of ['classWeights', 'earlyStopping', 'from'])
    expect(plan).not.toHaveProperty(name);
});

test('a last batch that is not full is a step too', () => {
  const { resolved, images } = photos;
  const train = { ...resolved.train, batchSize: 3 };
  expect(planFit({ ...resolved, train }, images, { ahead: 0 }).stepsPerEpoch).toBe(2);
  const whole = { ...resolved.train, batchSize: 4 };
  expect(planFit({ ...resolved, train: whole }, images, { ahead: 0 }).stepsPerEpoch).toBe(1);
});

test('class weights, early stopping and a position are passed on', () => {
  const { resolved, images } = photos;
  const earlyStopping = { patience: 3, minDelta: 0, monitor: 'validationLoss' } as const;
  const from = { epoch: 1, done: 0, sums: { loss: 0, correct: 0, count: 0 }, history: METRICS };
  const train = { ...resolved.train, earlyStopping };
  const plan = planFit({ ...resolved, train }, images, {
    ahead: 0,
    classWeights: [1, 2],
    from,
    patienceFrom: 1,
  });
  expect(plan).toMatchObject({ classWeights: [1, 2], earlyStopping, from, patienceFrom: 1 });
});

test('an epoch has every training image once, in an order of its own', async () => {
  const { resolved, images } = photos;
  const { training } = planFit(resolved, images, { ahead: 0 });
  const expected = Array.from(images.training, ({ id }) => id).toSorted();
  const epochs = await Promise.all([0, 1, 2, 3].map((epoch) => taken(training(epoch, 0))));
  for (const batches of epochs) expect(idsOf(batches).toSorted()).toEqual(expected);
  expect(new Set(epochs.map((batches) => idsOf(batches).join())).size).toBeGreaterThan(1);
  expect(await taken(training(2, 0))).toEqual(epochs[2]);
});

test('an epoch can begin with a later step', async () => {
  const { training } = planFit(photos.resolved, photos.images, { ahead: 0 });
  const whole = await taken(training(1, 0));
  expect(await taken(training(1, 1))).toEqual(whole.slice(1));
});

test('the validation images are prepared by the recipe, in order', async () => {
  const { resolved, images } = photos;
  const { validation } = planFit(resolved, images, { ahead: 0 });
  const ids = Array.from(images.validation, ({ id }) => id);
  expect(await taken(validation())).toEqual([{ ids, labels: [0, 1], pixel: BLUE, step: 0 }]);
});

test('only training images are augmented', async () => {
  const { resolved, images } = photos;
  const augment = [{ op: 'no-such-op' }] as unknown as typeof resolved.augment;
  const plan = planFit({ ...resolved, augment }, images, { ahead: 0 });
  await expect(taken(plan.training(0, 0))).rejects.toThrow(/no-such-op/);
  expect((await taken(plan.validation())).at(-1)?.labels).toEqual([0, 1]);
});

test('training images are mixed if the configuration says so, in the same way from any step on', async () => {
  const { resolved, images } = photos;
  const mix = mixSchema.parse({ mixUp: { alpha: 1 } });
  const train = { ...resolved.train, mix };
  const plan = planFit({ ...resolved, train }, images, { ahead: 0 });
  const single = planFit(resolved, images, { ahead: 0 });
  const mixed: number[] = [];
  for (const epoch of [0, 1, 2, 3, 4]) {
    const before = await taken(single.training(epoch, 0));
    const whole = await taken(plan.training(epoch, 0));
    expect(idsOf(whole)).toEqual(idsOf(before));
    expect(await taken(plan.training(epoch, 1))).toEqual(whole.slice(1));
    mixed.push(...whole.flatMap(({ pixel }, at) => pixel[0]! - before[at]!.pixel[0]!));
  }
  expect(mixed.some((difference) => difference !== 0)).toBe(true);
  const [validation] = await taken(plan.validation());
  expect(validation?.pixel).toEqual(BLUE);
});
