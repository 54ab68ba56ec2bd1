import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

test('without anything said, every default is filled in', async () => {
  const { data, train, model, engine } = await readConfig({ settings: [] });
  expect(data).toEqual({
    validation: { fraction: 0.2 },
    validationBy: 'random',
    onBad: 'fail',
    cache: true,
  });
  expect(train).toMatchObject({ batchSize: 32, classWeights: 'none', keep: 'best', seed: 0 });
  expect(model).toEqual({ name: 'small-cnn' });
  expect(engine).toBe('auto');
});

test('options win over --set; what was not given says nothing', async () => {
  const settings = [
    { path: ['train', 'epochs'], value: 7 },
    { path: ['train', 'seed'], value: undefined },
  ];
  const { train } = await readConfig({ set: ['train.epochs=3', 'train.seed=4'], settings });
  expect(train).toMatchObject({ epochs: 7, seed: 4 });
});

test('all that is wrong is told at once, with what was meant', async () => {
  const read = readConfig({ set: ['train.epoch=3', 'data.onBad=explode'], settings: [] });
  const error: unknown = await read.catch((thrown: unknown) => thrown);
  expect(isSproutError(error, 'config-invalid')).toBe(true);
  expect(String(error)).toMatch(/unknown key "train\.epoch"; did you mean "epochs"\?/);
  expect(String(error)).toContain('data.onBad');
});
