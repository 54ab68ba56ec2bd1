import { expect, test } from 'vitest';
import { checkNumbers } from './check-numbers.ts';

const rule = { kinds: [Uint8Array, Float32Array], shape: [2, 3] };

test('accepts an array of each kind, as long as the shape says', () => {
  expect(() => checkNumbers('It', new Uint8Array(6), rule)).not.toThrow();
  expect(() => checkNumbers('It', new Float32Array(6), rule)).not.toThrow();
});

test('names shape, length and kinds', () => {
  expect(() => checkNumbers('The images', new Uint8Array(5), rule)).toThrow(
    'The images must have the shape [2, 3] in a Uint8Array or a Float32Array; received 5 in a Uint8Array',
  );
  expect(() => checkNumbers('It', [0, 0, 0, 0, 0, 0], rule)).toThrow('6 in a Array');
});
