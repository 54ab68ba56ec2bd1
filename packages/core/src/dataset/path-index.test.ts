import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PathIndexBuilder } from './path-index.ts';

function indexOf(ids: readonly string[]) {
  const builder = new PathIndexBuilder();
  ids.forEach((id, number) => builder.add(id, number % 7));
  return builder.build((id) => `folder/${id}`);
}

test('returns every id, path and label', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (ids) => {
      const index = indexOf(ids);
      expect(index.length).toBe(ids.length);
      const expected = ids.map((id, number) => ({ id, path: `folder/${id}`, label: number % 7 }));
      expect(ids.map((_, number) => index.sample(number))).toEqual(expected);
      expect(ids.map((_, number) => index.id(number))).toEqual(ids);
      expect(ids.map((_, number) => index.label(number))).toEqual(
        expected.map(({ label }) => label),
      );
    }),
  );
});

test('keeps a byte order mark at the beginning of a name', () => {
  expect(indexOf(['\ufeffa.png']).id(0)).toBe('\ufeffa.png');
});

test('grows beyond its first blocks', () => {
  const ids = Array.from({ length: 60_000 }, (_, number) => `Shepherd’s Purse/${number}.png`);
  const index = indexOf(ids);
  expect([0, 1023, 1024, 59_999].map((number) => index.sample(number).id)).toEqual(
    [0, 1023, 1024, 59_999].map((number) => ids[number]),
  );
});

test('is not changed by paths that are added after it was built', () => {
  const builder = new PathIndexBuilder();
  builder.add('a', 1);
  const index = builder.build((id) => id);
  builder.add('b', 2);
  expect([index.length, index.id(0)]).toEqual([1, 'a']);
});
