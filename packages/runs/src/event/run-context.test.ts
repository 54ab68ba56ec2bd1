import { expect, test } from 'vitest';
import { contextOf } from './run-context.ts';

test('events are passed to the listener, and the signal is the one that is given', () => {
  const types: string[] = [];
  const { signal } = new AbortController();
  const context = contextOf({ onEvent: ({ type }) => void types.push(type), signal });
  context.emit({ type: 'no-images' });
  expect(types).toEqual(['no-images']);
  expect(context.signal).toBe(signal);
});

test('by default events are ignored, and the signal is not aborted', () => {
  const { emit, signal } = contextOf();
  expect(emit({ type: 'no-images' })).toBeUndefined();
  expect(signal.aborted).toBe(false);
  expect(contextOf({}).signal).not.toBe(signal);
});
