import { expect, test } from 'vitest';
import { names, report, textOf } from '../../../test/report.ts';
import { data } from './data.ts';

test('has the folder, the numbers of images and the split', async () => {
  const { markup } = await data(report(names(2)));
  const text = textOf(markup);
  expect(text).toMatch(/Folder photos\s+Classes 2\s+Training images 176\s+Validation images 24/);
  expect(text).toContain('Split 12 images a class, seed 0');
  expect(markup).toContain('class 0: 88 for training, 12 for validation; class 1: 88');
  expect(markup.match(/<img /g)).toHaveLength(1);
});

test('without examples there is no gallery', async () => {
  const { dataset } = report(names(2));
  const { examples: _, ...rest } = dataset;
  expect((await data(report(names(2), { dataset: rest }))).markup).not.toContain('gallery');
});
