import { expect, test } from 'vitest';
import { missingMemory } from './missing-memory.ts';

const phone = { height: 9000, width: 12_000 };

test('an image that fits into the free memory misses none', () => {
  expect(missingMemory(phone, () => 972e6)).toBeUndefined();
});

test('a larger image is described with what it takes and what is free', () => {
  expect(missingMemory(phone, () => 300e6)).toBe(
    'decoding its 9000 x 12000 pixels takes up to 972 MB of memory, and 300 MB are free',
  );
});

test('for a small image the free memory is not looked up', () => {
  const looked = (): number => {
    throw new Error('looked up');
  };
  expect(missingMemory({ height: 4096, width: 4096 }, looked)).toBeUndefined();
});
