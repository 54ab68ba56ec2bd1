import { expect, test } from 'vitest';
import { EXPLAIN } from './explain.ts';

test('advises nothing that only the command line has', () => {
  const context = { file: 'a', reason: 'b', first: 'c', known: ['d'], name: 'e', kind: 'f' };
  for (const explain of Object.values(EXPLAIN)) {
    // every sentence can be made of any context: a field that is missing reads "undefined"
    const sentence = (explain as (context: object) => string)(context);
    expect(sentence).not.toMatch(/(?:^|\s)--\w/);
  }
});

test('one class and one of many are told in the right number', () => {
  const message = (classes: number) => EXPLAIN['folder-without-classes']({ folder: 'x', classes });
  expect(message(1)).toContain('1 class folder with images');
  expect(message(0)).toContain('0 class folders with images');
});

test('says how many images are bad, and why the first one is', () => {
  const first = 'Cannot decode a.png: empty';
  expect(EXPLAIN['images-bad']({ count: 2, total: 9, first })).toBe(
    '2 of 9 images cannot be used (first: Cannot decode a.png: empty)',
  );
});
