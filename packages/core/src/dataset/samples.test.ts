import { expect, test } from 'vitest';
import { idsOf, makeDataset } from '../../test/make-dataset.ts';

const { samples } = makeDataset({ a: ['1.png', '2.png'], b: ['3.png'] });

test('is read by position and in order', () => {
  expect(samples.length).toBe(3);
  expect(samples.at(2)).toEqual({ id: 'b/3.png', path: 'photos/b/3.png', label: 1 });
  expect([samples.idAt(1), samples.labelAt(1)]).toEqual(['a/2.png', 0]);
  expect(idsOf(samples)).toEqual(['a/1.png', 'a/2.png', 'b/3.png']);
});

test('selects by positions of the list itself, in the given order', () => {
  const reversed = samples.select([2, 1, 0]);
  expect(idsOf(reversed.select([0, 0, 2]))).toEqual(['b/3.png', 'b/3.png', 'a/1.png']);
});

test('filters', () => {
  expect(idsOf(samples.filter(({ label }) => label === 0))).toEqual(['a/1.png', 'a/2.png']);
});

test.each([-1, 3, 0.5, Number.NaN])('refuses position %d', (position) => {
  expect(() => samples.at(position)).toThrow(`position ${position} is outside a list of 3 samples`);
  expect(() => samples.select([position])).toThrow(RangeError);
});
