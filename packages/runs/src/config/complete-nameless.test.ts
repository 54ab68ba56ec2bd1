import { modelEntry } from '@sprout/train';
import { expect, test } from 'vitest';
import { completeNameless } from './complete-nameless.ts';

test('settings without a name change the training defaults of the model', () => {
  const train = { epochs: 2, optimiser: { learningRate: 0.5 }, schedule: { warmUpEpochs: 7 } };
  for (const name of ['small-cnn', 'logistic']) {
    const own = modelEntry(name).training;
    expect(completeNameless({ model: { name }, train })).toEqual({
      model: { name },
      train: {
        epochs: 2,
        optimiser: { ...own.optimiser, learningRate: 0.5 },
        schedule: { ...own.schedule, warmUpEpochs: 7 },
      },
    });
  }
  expect(completeNameless({ train: { optimiser: {} } })).toEqual({
    train: { optimiser: modelEntry('small-cnn').training.optimiser },
  });
});

test.each([
  {},
  { train: {} },
  { train: { optimiser: { name: 'sgd' }, schedule: { name: 'constant' } } },
  { train: { optimiser: 'sgd' } },
  'no configuration',
])('%j is not changed', (config) => {
  expect(completeNameless(config)).toBe(config);
});

test('an unknown model is an error', () => {
  const config = { model: { name: 'smal-cnn' }, train: { optimiser: { learningRate: 1 } } };
  expect(() => completeNameless(config)).toThrow(/did you mean "small-cnn"/);
});
