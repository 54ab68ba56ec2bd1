import { expect, test } from 'vitest';
import { imageRange } from './shared-batch.ts';

test('images lie side by side without gaps', () => {
  const batch = { pixels: new Uint8Array(36), height: 2, width: 2 };
  expect([0, 1, 2].map((position) => imageRange(batch, position))).toEqual([
    [0, 12],
    [12, 24],
    [24, 36],
  ]);
});
