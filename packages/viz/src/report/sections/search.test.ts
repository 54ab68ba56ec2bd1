import { expect, test } from 'vitest';
import { model, names, report } from '../../../test/report.ts';
import type { SearchSection, SearchTrial } from '../data/search-section.ts';
import { search } from './search.ts';

const trial = (candidate: string, accuracy: number, change: Partial<SearchTrial> = {}) => ({
  candidate,
  accuracy,
  loss: 1,
  epochs: 1,
  seconds: 12,
  ...change,
});

const found: SearchSection = {
  budget: 900,
  images: { training: 80, compared: 20 },
  winner: 'small-cnn',
  trials: [
    trial('logistic', 0.4),
    trial('small-cnn', 0.3),
    trial('small-cnn', 0.9, { epochs: 30, seconds: 95 }),
  ],
  leftOut: [{ candidate: 'vgg16', reason: 'an epoch takes about 72 s, and it has 20 s' }],
};

const markup = (section: SearchSection): string => {
  const data = report(names(2), { models: [model('small-cnn', names(2))] });
  return (search({ ...data, search: section })?.markup ?? '').replaceAll(/\s+/g, ' ');
};

test('a run without a search has no such section', () => {
  expect(search(report(names(2)))).toBeUndefined();
});

test('each candidate has a row with its best training, the best candidate first', () => {
  const text = markup(found);
  expect(text.match(/<th scope="row"><bdi>[^<]*/g)).toEqual([
    '<th scope="row"><bdi>small-cnn',
    '<th scope="row"><bdi>logistic',
  ]);
  expect(text).toContain('90.0 %');
  expect(text).not.toContain('30.0 %');
  expect(text).toContain('on 80 of the training images and compared on the other 20');
});

test('candidates that were not tried have their reason', () => {
  expect(markup(found)).toContain('<bdi>vgg16</bdi>: an epoch takes about 72 s');
  expect(markup({ ...found, leftOut: [] })).not.toContain('Not tried');
});

test('names are escaped', () => {
  expect(markup({ ...found, winner: '<b>' })).toContain('&lt;b&gt;');
});
