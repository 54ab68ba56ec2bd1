import { MODELS } from '@sprout/train';
import { expect, test } from 'vitest';
import { models } from '../index.ts';

test('each model is listed with its defaults, as plain data', async () => {
  const listed = await models();
  expect(listed.map(({ name }) => name)).toEqual([...MODELS.keys()]);
  expect(listed.find(({ name }) => name === 'logistic')).toMatchObject({
    summary: 'logistic regression on the pixels; the baseline',
    recipe: [{ op: 'resize', height: 150, width: 150 }],
    augmentation: [],
    training: { epochs: 20, optimiser: { name: 'sgd' } },
  });
  expect(structuredClone(listed)).toEqual(listed);
});
