import { SproutError, toErrorData } from '@sprout/core';
import { expect, test } from 'vitest';
import { badReason } from './bad-reason.ts';

test('is the message of the first bad image', () => {
  const bad = ['a.png', 'b.png'].map((file, position) => {
    const error = new SproutError('image-unprocessable', { file, reason: 'it is wide' });
    return { position, id: file, error: toErrorData(error) };
  });
  expect(badReason({ bad })).toBe('Cannot process a.png: it is wide');
  expect(badReason({ bad: [] })).toBeUndefined();
});
