import { expect, test } from 'vitest';
import { samplesFrom } from './samples-from.ts';
import { splitByClass } from '../split/split-by-class.ts';

const photos = Array.from({ length: 6 }, (_, at) => ({
  id: `photo ${at}`,
  path: `/elsewhere/${at}.jpg`,
  label: at % 2,
}));

test('a list of given samples can be split', () => {
  const samples = samplesFrom(photos);
  expect([...samples]).toEqual(photos);
  const dataset = { folder: '', classes: ['even', 'odd'], samples };
  const { training, validation } = splitByClass(dataset, { perClass: 1, seed: 0 });
  expect(new Set(Array.from(validation, ({ label }) => label))).toEqual(new Set([0, 1]));
  expect(validation.length).toBe(2);
  expect(training.length).toBe(4);
});

test('refuses a label below 0', () => {
  expect(() => samplesFrom([{ ...photos[0]!, label: -1 }])).toThrow('label must be a whole number');
});
