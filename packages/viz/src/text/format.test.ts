import { expect, test } from 'vitest';
import { counted, duration, percent, percentage, wholeNumber } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a share is a percentage with one digit by default', () => {
  expect(plain(percent(0.7917))).toBe('79.2 %');
  expect(plain(percent(1, 0))).toBe('100 %');
  expect(percentage(0.7917)).toBe('79.2');
  expect(percentage(1 / 3, 2)).toBe('33.33');
});

test('a share that is not finite is a dash', () => {
  expect([percent(NaN), percent(Infinity)]).toEqual(['–', '–']);
});

test.each([
  [0.42, '0.4 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.7, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3599, '59 min 59 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, expected) => {
  expect(plain(duration(seconds))).toBe(expected);
});

test('counts have separators, and nouns their plural', () => {
  expect(wholeNumber(1_234_567)).toBe('1,234,567');
  expect([counted(1, 'epoch'), counted(30, 'epoch'), counted(12, 'class')]).toEqual([
    '1 epoch',
    '30 epochs',
    '12 classes',
  ]);
  expect(counted(12_345, 'image')).toBe('12,345 images');
});
