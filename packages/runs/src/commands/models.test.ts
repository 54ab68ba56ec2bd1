import { BASES, MODELS } from '@sprout/train';
import { expect, test } from 'vitest';
import { models } from '../index.ts';

test('each model is listed with its defaults, as plain data', async () => {
  const listed = await models();
  expect(listed.map(({ name }) => name)).toEqual([...MODELS.keys(), ...BASES.keys()]);
  expect(listed.find(({ name }) => name === 'logistic')).toMatchObject({
    summary: 'logistic regression on the pixels; the baseline',
    recipe: [{ op: 'resize', height: 150, width: 150 }],
    augmentation: [],
    training: { epochs: 20, optimiser: { name: 'sgd' } },
  });
  expect(structuredClone(listed)).toEqual(listed);
});

test('a base has its size, its parameters and the libraries that release it, and the defaults of a head', async () => {
  const listed = await models();
  const vgg16 = listed.find(({ name }) => name === 'vgg16');
  expect(vgg16).toMatchObject({
    base: { parameters: 14_714_688, size: 224, input: 'caffe', releases: ['keras', 'torchvision'] },
    recipe: [{ op: 'resize', height: 150, width: 150 }],
    augmentation: [],
  });
  expect(vgg16?.base?.known).toEqual([
    { library: 'keras', licence: 'CC BY 4.0', source: 'https://keras.io/api/applications/' },
    {
      library: 'torchvision',
      licence: 'BSD-3-Clause',
      source: 'https://pytorch.org/vision/stable/models.html',
    },
  ]);
  expect(listed.find(({ name }) => name === 'efficientnet-lite0')?.base?.known).toEqual([]);
  expect(listed.find(({ name }) => name === 'small-cnn')).not.toHaveProperty('base');
});
