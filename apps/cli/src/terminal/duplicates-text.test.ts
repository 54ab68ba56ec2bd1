import { expect, test } from 'vitest';
import { duplicatesText } from './duplicates-text.ts';

test('every image of every group has a line', () => {
  const ids = ['a/1.png', 'a/2.png', 'a/3.png', 'b/\u001b4.png'];
  const duplicates = [
    { kind: 'near', ids, classes: ['a', 'b'], acrossSplit: true },
    { kind: 'same-file', ids: ['c/1.png', 'c/2.png'], classes: ['c'], acrossSplit: false },
  ] as const;
  expect(duplicatesText({ duplicates }).split('\n')).toEqual([
    'duplicates',
    '  nearly equal, different classes, both sides of the split',
    '    a/1.png',
    '    a/2.png',
    '    a/3.png',
    String.raw`    b/\u{1b}4.png`,
    '  the same file',
    '    c/1.png',
    '    c/2.png',
  ]);
});

test('without duplicates that is said', () => {
  expect(duplicatesText({ duplicates: [] })).toBe('no duplicates');
});
