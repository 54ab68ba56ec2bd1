import { expect, test } from 'vitest';
import { throwFirst } from './throw-first.ts';

test('an error is thrown as it is', () => {
  const error = new Error('a');
  expect(() => throwFirst(error)).toThrow(error);
});

test('an error that is followed by one of a resource that cannot be closed is thrown', () => {
  const first = new Error('no space');
  const both = Object.assign(new Error(), { name: 'SuppressedError', suppressed: first });
  expect(() => throwFirst(both)).toThrow(first);
});
