import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { parseOptions } from '../options/parse-options.ts';
import { mixSchema } from './mix-spec.ts';

test('each way has the alpha of its paper by default', () => {
  expect(mixSchema.parse({ mixUp: {}, cutMix: {} })).toEqual({
    mixUp: { alpha: 0.2 },
    cutMix: { alpha: 1 },
    probability: 1,
  });
});

test.each([
  [{}, /must have mixUp or cutMix/],
  [{ probability: 0.5 }, /must have mixUp or cutMix/],
  [{ mixUp: { alpha: 0 } }, /mixUp\.alpha/],
  [{ mixUp: { alpha: NaN } }, /mixUp\.alpha/],
  [{ cutMix: { alpha: -1 } }, /cutMix\.alpha/],
  [{ cutMix: {}, probability: 2 }, /probability/],
  [{ cutmix: {} }, /cutmix/],
])('%j is refused', (mix, message) => {
  let thrown: unknown;
  try {
    parseOptions(mixSchema, mix, 'train.mix');
  } catch (error) {
    thrown = error;
  }
  expect(isSproutError(thrown, 'config-invalid')).toBe(true);
  expect(String(thrown)).toMatch(message);
});
