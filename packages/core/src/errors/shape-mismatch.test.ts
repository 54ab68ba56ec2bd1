import { expect, test } from 'vitest';
import { shapeMismatch } from './shape-mismatch.ts';

test('names the array and prints both shapes', () => {
  const error = shapeMismatch('The images', { expected: [2, 3], received: [6] });
  expect(error.code).toBe('shape-mismatch');
  expect(error.message).toBe('The images must have the shape [2, 3]; received [6]');
});

test('takes a shape in words too, where the kind of array matters', () => {
  const shapes = { expected: '[2, 3] in a Uint8Array', received: '6 in a Float32Array' };
  expect(shapeMismatch('The images', shapes).context).toEqual({ what: 'The images', ...shapes });
});
