import { expect, test } from 'vitest';
import { checkOutput, outputLimit } from './check-output.ts';

test('accepts outputs up to the limit; dimensions that are not fixed count as 1', () => {
  expect(() => checkOutput('a', [10, 10, 3], 300)).not.toThrow();
  expect(() => checkOutput('a', [null, null, 3], 3)).not.toThrow();
  expect(() => checkOutput('a', [1, 1, 1, 1, 1])).not.toThrow();
});

test.each([
  [
    [10, 10, 4],
    'Layer a is not supported: its output 10 x 10 x 4 has 400 numbers for one image; at most 300 fit into memory',
  ],
  [[1e200, 1e200], 'has Infinity numbers'],
  [[Number.NaN], 'has NaN numbers'],
  [[1, 1, 1, 1, 1, 1], 'its output has 6 axes; at most 5 are allowed'],
])('refuses an output %j', (shape, reason) => {
  const act = () => checkOutput('a', shape, 300);
  expect(act).toThrow(expect.objectContaining({ code: 'model-unsupported' }) as Error);
  expect(act).toThrow(reason);
});

test('by default the limit is 512 MB, or a quarter of the free memory', () => {
  expect(outputLimit()).toBeGreaterThan(0);
  expect(() => checkOutput('a', [2 ** 27 + 1])).toThrow('fit into memory');
});
