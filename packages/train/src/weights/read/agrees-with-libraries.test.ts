import { expect, test } from 'vitest';
import { expectedWeights, weightsFixture } from '../../../fixtures/weights.ts';
import { readWeights } from './read-weights.ts';

test.each(Object.keys(expectedWeights))('%s is read as its library reads it', async (file) => {
  const { tensors } = await readWeights(weightsFixture(file), file);
  const read = tensors.map(({ name, shape, data }) => [name, { shape, data: [...data] }]);
  expect(Object.fromEntries(read)).toEqual(expectedWeights[file]);
});
