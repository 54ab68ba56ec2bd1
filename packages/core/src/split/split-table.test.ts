import { expect, test } from 'vitest';
import { idsOf, makeDataset, numbered } from '../../test/make-dataset.ts';
import { splitByClass } from './split-by-class.ts';
import { formatSplit, parseSplit } from './split-table.ts';

const dataset = makeDataset({ 'a, "b"': ['=1.png', 'x\ny.png', '2.png'], c: numbered(3) });
const split = splitByClass(dataset, { perClass: 1, seed: 0 });

test('reads the split that was written', () => {
  const read = parseSplit(formatSplit(dataset, split), dataset, 'split.csv');
  expect(idsOf(read.training)).toEqual(idsOf(split.training));
  expect(idsOf(read.validation)).toEqual(idsOf(split.validation));
  expect(read.unlisted.length).toBe(0);
});

test('has one line for each sample, with its group if there are groups', () => {
  const small = makeDataset({ a: ['1.png', '2.png'] });
  const halves = { training: small.samples.select([0]), validation: small.samples.select([1]) };
  expect(formatSplit(small, halves)).toBe(
    'path,class,subset\na/1.png,a,training\na/2.png,a,validation\n',
  );
  expect(formatSplit(small, halves, (id) => `group of ${id}`)).toBe(
    'path,class,subset,group\na/1.png,a,training,group of a/1.png\na/2.png,a,validation,group of a/2.png\n',
  );
});

test('returns the samples that the table does not list', () => {
  const read = parseSplit('path,subset\nc/0.png,validation\n', dataset, 'split.csv');
  expect(idsOf(read.validation)).toEqual(['c/0.png']);
  expect(read.training.length).toBe(0);
  expect(read.unlisted.length).toBe(5);
});

test.each([
  [
    'class,subset\nc,training\n',
    'split.csv is damaged or of another format: its first line must name the columns path and subset',
  ],
  [
    'path,subset\nc/0.png,test\n',
    'the subset of c/0.png must be training or validation; received "test"',
  ],
  ['path,subset\nc/0.png,training\nc/0.png,training\n', 'c/0.png is listed twice'],
  ['path,subset\nc/9.png,training\n', 'it lists c/9.png, which photos does not hold'],
  ['', 'its first line must name'],
])('refuses %j', (text, message) => {
  expect(() => parseSplit(text, dataset, 'split.csv')).toThrow(message);
});
