import { SproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { outcomeOf } from './outcome-of.ts';

test('an error of an image is the outcome bad', () => {
  const error = new SproutError('image-unreadable', { file: 'a.png', reason: 'gone' });
  expect(outcomeOf(error)).toEqual({
    kind: 'bad',
    error: { code: 'image-unreadable', context: { file: 'a.png', reason: 'gone' } },
  });
});

test.each([
  new TypeError('a bug'),
  new SproutError('shape-mismatch', { what: 'a', expected: 'b', received: 'c' }),
])('any other error is thrown again: %s', (error) => {
  expect(() => outcomeOf(error)).toThrow(error);
});
