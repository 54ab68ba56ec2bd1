import { scheduleSchema } from '@sprout/train';
import { expect, test } from 'vitest';
import type { ResolvedStage } from '../config/resolve-stages.ts';
import { stageSettings } from './stage-settings.ts';

const stage: ResolvedStage = {
  trainable: 'head',
  epochs: 1,
  learningRate: 0.01,
  schedule: scheduleSchema.parse({ name: 'constant' }),
  batchNorm: 'trained',
};

test('each stage has a line with all that it sets', () => {
  const settings = stageSettings([
    stage,
    { ...stage, trainable: 'from:conv5', epochs: 4, rates: { decay: 0.5 }, batchNorm: 'frozen' },
    { ...stage, trainable: 'all', rates: [{ from: 'conv1', factor: 0.1 }] },
  ]);
  const schedule = 'learning rate 0.01, constant, warmUpEpochs 0';
  expect(settings).toEqual([
    { name: 'Stage 1', value: `the head; 1 epoch; ${schedule}` },
    {
      name: 'Stage 2',
      value: `the head, and from conv5; 4 epochs; ${schedule}; rates decay by 0.5 for each group of layers; batch normalisation of the base frozen`,
    },
    { name: 'Stage 3', value: `all; 1 epoch; ${schedule}; 0.1 times the rate from conv1` },
  ]);
});

test('a training without stages has none', () => {
  expect(stageSettings(undefined)).toEqual([]);
});
