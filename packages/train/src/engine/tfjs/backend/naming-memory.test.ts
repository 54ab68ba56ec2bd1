import { expect, test } from 'vitest';
import { namingMemory } from './naming-memory.ts';

function failing(error: unknown): () => void {
  return () =>
    namingMemory('wasm', () => {
      throw error;
    });
}

const OUT_OF_BOUNDS = Object.assign(new Error('memory access out of bounds'), {
  name: 'RuntimeError',
});

test('returns the result of the work', () => {
  expect(namingMemory('wasm', () => 5)).toBe(5);
});

test.each([OUT_OF_BOUNDS, new RangeError('Array buffer allocation failed')])(
  'names the engine for %s',
  (error) => {
    expect(failing(error)).toThrow(
      `The model is not supported: the engine wasm has too little memory for it (${error.message})`,
    );
  },
);

test('recognises the error of an array that is too long', () => {
  const allocate = () => namingMemory('cpu', () => new Float32Array(2 ** 50));
  expect(allocate).toThrow('the engine cpu has too little memory');
});

test('throws other errors as they are', () => {
  const bug = new RangeError('Maximum call stack size exceeded');
  expect(failing(bug)).toThrow(bug);
});
