import { expect, test } from 'vitest';
import { fromErrorData, toErrorData } from './error-data.ts';
import { isSproutError, SproutError } from './sprout-error.ts';

test('keeps code, context and message over a structured clone', () => {
  const error = new SproutError('image-undecodable', { file: 'a.png', reason: 'no pixels' });
  const copy = fromErrorData(structuredClone(toErrorData(error)));
  expect(isSproutError(copy, 'image-undecodable')).toBe(true);
  expect(copy).toMatchObject({ message: error.message, context: error.context });
});

test('keeps message and stack of any other error', () => {
  const bug = new TypeError('x is not a function');
  const copy = fromErrorData(structuredClone(toErrorData(bug)));
  expect(isSproutError(copy)).toBe(false);
  expect(copy).toMatchObject({ message: bug.message, stack: bug.stack });
});

test('turns any other thrown value into an error', () => {
  expect(toErrorData('no')).toMatchObject({ code: 'bug', message: 'no' });
});
