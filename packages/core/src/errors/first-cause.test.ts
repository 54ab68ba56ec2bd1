import { expect, test } from 'vitest';
import { firstCause } from './first-cause.ts';

const failing = (message: string): AsyncDisposable => ({
  [Symbol.asyncDispose]: () => Promise.reject(new Error(message)),
});

test('is the error before those of disposing', async () => {
  const work = async (): Promise<void> => {
    await using _outer = failing('second');
    await using _inner = failing('first');
    throw new Error('the cause');
  };
  const error = await work().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'SuppressedError' });
  expect(firstCause(error)).toEqual(new Error('the cause'));
});

test('is any other error itself', () => {
  const error = new TypeError('x');
  expect(firstCause(error)).toBe(error);
});
