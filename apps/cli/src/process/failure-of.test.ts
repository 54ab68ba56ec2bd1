import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXIT } from './exit-code.ts';
import { failureOf } from './failure-of.ts';

test('an error of the system names the file, and is one of input and output', () => {
  let error: unknown;
  try {
    readFileSync('/nowhere/a');
  } catch (thrown) {
    error = thrown;
  }
  expect(failureOf(error)).toEqual({
    message: 'Cannot use /nowhere/a: it does not exist',
    exitCode: EXIT.inputOutput,
  });
});

test.each([
  ['a buffer', () => new ArrayBuffer(2 ** 52)],
  ['shared memory', () => new SharedArrayBuffer(2 ** 50)],
])('no memory for %s advises smaller batches', (_what, allocate) => {
  let error: unknown;
  try {
    allocate();
  } catch (thrown) {
    error = thrown;
  }
  expect(failureOf(error)?.message).toContain('smaller batches');
});

test('a bug is none', () => {
  expect(failureOf(new TypeError('x is not a function'))).toBeUndefined();
});
