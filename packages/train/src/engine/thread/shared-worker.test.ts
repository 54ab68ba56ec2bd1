import { toErrorData, SproutError } from '@sprout/core';
import { getActiveResourcesInfo } from 'node:process';
import { describe, expect, test } from 'vitest';
import { sharedWorker } from './shared-worker.ts';

/** The number of workers that keep the process alive. */
function holders(): number {
  return getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
}

describe('sharedWorker', () => {
  test('is one worker for all callers', () => {
    expect(sharedWorker()).toBe(sharedWorker());
  });

  test('keeps the process alive until it was released as often as it was held', () => {
    const { hold, release } = sharedWorker();
    const before = holders();
    hold();
    hold();
    expect(holders()).toBe(before + 1);
    release();
    expect(holders()).toBe(before + 1);
    release();
    expect(holders()).toBe(before);
  });

  test('answers calls of the service', async () => {
    const { service, ask, hold, release } = sharedWorker();
    hold();
    const engines = await ask(service.engines());
    release();
    expect(engines.at(-1)).toMatchObject({ name: 'cpu', available: true });
  });
});

describe('ask', () => {
  const { ask } = sharedWorker();

  test('returns the value of an answer', async () => {
    expect(await ask(Promise.resolve({ ok: true, value: 3 }))).toBe(3);
    expect(await ask(Promise.resolve({ ok: true, value: undefined }))).toBeUndefined();
  });

  test('throws the error of an answer with its code and context', async () => {
    const context = { option: 'count', value: '0', rule: 'a whole number' };
    const error = toErrorData(new SproutError('option-invalid', context));
    await expect(ask(Promise.resolve({ ok: false, error }))).rejects.toMatchObject({
      code: 'option-invalid',
      context,
    });
  });

  test('throws an error of any other kind by its message', async () => {
    const error = toErrorData(new RangeError('out of memory'));
    await expect(ask(Promise.resolve({ ok: false, error }))).rejects.toThrow('out of memory');
  });

  test('throws what a call rejects with', async () => {
    await expect(ask(Promise.reject(new Error('not cloneable')))).rejects.toThrow('not cloneable');
  });

  test('throws the error of the service for a model that is not open', async () => {
    const { service, hold, release } = sharedWorker();
    hold();
    const closed = ask(service.close(12345));
    await expect(closed).rejects.toThrow('the model is used after it was closed');
    release();
  });
});
