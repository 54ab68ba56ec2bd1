import { allSamples, PathIndexBuilder } from '@sprout/core';
import { expect, test } from 'vitest';
import { exampleIds } from './example-ids.ts';

test('examples come from each class in turn, and are the same for the same seed', () => {
  const builder = new PathIndexBuilder();
  for (let number = 0; number < 10; number++) builder.add(`a/${number}`, 0);
  builder.add('b/0', 1);
  const samples = allSamples(builder.build((id) => id));
  const dataset = { folder: '', classes: ['a', 'b'], samples };
  const ids = exampleIds(dataset, { count: 4, seed: 1 });
  expect(ids.map((id) => id[0])).toEqual(['a', 'b', 'a']);
  expect(exampleIds(dataset, { count: 4, seed: 1 })).toEqual(ids);
});
