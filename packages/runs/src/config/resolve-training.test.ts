import { MODELS } from '@sprout/train';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';
import { resolveTrain } from './resolve-train.ts';
import { modelParameters, resolveTraining } from './resolve-training.ts';

test('fields that a configuration leaves out come from the model', async () => {
  const { training, recipe, augmentation } = MODELS.get('logistic')!;
  const resolved = await resolveTrain({ folder: 'photos', model: 'logistic' });
  expect(resolved.train).toMatchObject(training);
  expect(resolved.recipe).toMatchObject(recipe);
  expect(resolved.augment.map(({ op }) => op)).toEqual(augmentation.map(({ op }) => op));
});

test('a resolved configuration resolves to itself', async () => {
  const resolved = await resolveTrain({ folder: 'photos', epochs: 3 });
  const { recipe, augment, ...rest } = JSON.parse(JSON.stringify(resolved)) as typeof resolved;
  const config = { ...rest, recipe: [...recipe], augment: [...augment] };
  const again = resolveTraining(await readConfig({ config }));
  expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(resolved)));
});

test('a short training has a short warm-up, unless its schedule is given', async () => {
  const given = { folder: 'photos', model: 'small-cnn' } as const;
  const warmUpOf = async (options: object) =>
    (await resolveTrain({ ...given, ...options })).train.schedule.warmUpEpochs;
  expect(await warmUpOf({})).toBe(3);
  expect(await warmUpOf({ epochs: 12 })).toBe(3);
  expect(await warmUpOf({ epochs: 3 })).toBe(0.75);
  expect(await warmUpOf({ epochs: 3, set: ['train.schedule.warmUpEpochs=2'] })).toBe(2);
});

test('paths become absolute, patterns do not change', async () => {
  const table = await resolveTrain({ folder: 'photos', groupBy: 'groups.csv' });
  expect(table.data).toMatchObject({ folder: resolve('photos'), groupBy: resolve('groups.csv') });
  const pattern = await resolveTrain({ folder: 'photos', groupBy: 'plant-(.)' });
  expect(pattern.data.groupBy).toBe('plant-(.)');
});

test('a size changes the resize, or adds one', async () => {
  const size = { height: 8, width: 9 };
  const given = { folder: 'photos', size } as const;
  const changed = await resolveTrain({ ...given, recipe: [{ op: 'resize', height: 5, width: 5 }] });
  expect(changed.recipe).toMatchObject([{ op: 'resize', ...size }]);
  const added = await resolveTrain({ ...given, recipe: [{ op: 'median', size: 3 }] });
  expect(added.recipe).toMatchObject([{ op: 'resize', ...size }, { op: 'median' }]);
});

test('a missing folder and an unknown parameter of the model are errors', async () => {
  await expect(resolveTrain({})).rejects.toThrow('folder must be a folder with one sub-folder');
  const set = ['model.filter=[4]'];
  await expect(resolveTrain({ folder: 'photos', set })).rejects.toThrow(
    /The section model, for small-cnn, .*did you mean "filters"/,
  );
});

test('the parameters of a model are the fields of its section without the name', () => {
  expect(modelParameters({ name: 'small-cnn', filters: [4] })).toEqual({ filters: [4] });
});
