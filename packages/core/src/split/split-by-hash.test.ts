import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { idsOf, makeDataset, numbered, ofSizes } from '../../test/make-dataset.ts';
import { splitByHash } from './split-by-hash.ts';

test('chooses the ids with the smallest SHA-256', () => {
  const dataset = makeDataset({ 'Shepherd’s Purse': numbered(30), b: numbered(20) });
  const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
  const expected = dataset.classes.flatMap((name) =>
    idsOf(dataset.samples)
      .filter((id) => id.startsWith(`${name}/`))
      .toSorted((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))
      .slice(0, 12),
  );
  expect(new Set(idsOf(splitByHash(dataset, { perClass: 12 }).validation))).toEqual(
    new Set(expected),
  );
});

test('names the class that is too small', () => {
  expect(() => splitByHash(ofSizes([2, 9]), { perClass: 2 })).toThrow(
    'Class "class 0" has 2 images',
  );
});
