import { expect, test } from 'vitest';
import { dividedAttribute } from './divided-attribute.ts';

test('a list that fits is one attribute, also if it is empty', () => {
  expect(dividedAttribute('names', ['a', 'b'])).toEqual([['names', ['a', 'b']]]);
  expect(dividedAttribute('names', [])).toEqual([['names', []]]);
});

test('a longer list is divided into numbered attributes below 64 KB', () => {
  const texts = Array.from({ length: 1000 }, (_, at) => `${at}`.padEnd(100, 'é'));
  const parts = dividedAttribute('names', texts);
  expect(parts.map(([name]) => name)).toEqual(['names0', 'names1', 'names2', 'names3']);
  expect(parts.flatMap(([, part]) => part)).toEqual(texts);
  for (const [, part] of parts)
    expect(part.length * Math.max(...part.map((text) => Buffer.byteLength(text)))).toBeLessThan(
      64_513,
    );
});
