import { expect, test } from 'vitest';
import { EXPLAIN } from './explain.ts';

test('no message advises an option of the command line', () => {
  const context = { file: 'a', reason: 'b', first: 'c', known: ['d'], name: 'e', kind: 'f' };
  for (const explain of Object.values(EXPLAIN)) {
    // any context makes a sentence: a missing field is printed as "undefined"
    const sentence = (explain as (context: object) => string)(context);
    expect(sentence).not.toMatch(/(?:^|\s)--\w/);
  }
});

test('the message uses the singular for one class and the plural for others', () => {
  const message = (classes: number) => EXPLAIN['folder-without-classes']({ folder: 'x', classes });
  expect(message(1)).toContain('1 class folder with images');
  expect(message(0)).toContain('0 class folders with images');
});

test('states how many images are bad, and the reason of the first', () => {
  const first = 'Cannot decode a.png: empty';
  expect(EXPLAIN['images-bad']({ count: 2, total: 9, first })).toBe(
    '2 of 9 images cannot be used (first: Cannot decode a.png: empty)',
  );
});
