import { expect, test } from 'vitest';
import { keepRecent } from './keep-recent.ts';

test('makes a value once, and again after newer values have replaced it', () => {
  const recent = keepRecent<string>(2);
  const made: string[] = [];
  const get = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  recent.clear();
  get('a');
  expect(made.at(-1)).toBe('a');
});

test('keeps nothing where a value could not be made', () => {
  const recent = keepRecent<number>(2);
  const fail = (): number => {
    throw new Error('no memory');
  };
  expect(() => recent.get('a', fail)).toThrow('no memory');
  expect(recent.get('a', () => 1)).toBe(1);
});
