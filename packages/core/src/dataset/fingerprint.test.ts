import { expect, test } from 'vitest';
import { makeDataset } from '../../test/make-dataset.ts';
import { fingerprint } from './fingerprint.ts';

const of = (files: Parameters<typeof makeDataset>[0]) => fingerprint(makeDataset(files).samples);

test('is the same for the same list', () => {
  expect(of({ a: ['1', '2'], b: ['3'] })).toBe(of({ a: ['1', '2'], b: ['3'] }));
  expect(of({ a: ['1', '2'], b: ['3'] })).toMatch(/^[0-9a-f]{64}$/);
});

test('differs with any name, label or order', () => {
  const { samples } = makeDataset({ a: ['1', '2'], b: ['3'] });
  const others = [
    fingerprint(samples),
    fingerprint(samples.select([1, 0, 2])),
    fingerprint(samples.select([0, 1])),
    of({ a: ['1', '2'], x: [], b: ['3'] }),
    of({ a: ['1', '2,'], b: ['3'] }),
  ];
  expect(new Set(others).size).toBe(others.length);
});
