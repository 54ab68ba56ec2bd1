import { expect, test } from 'vitest';
import { base64 } from './base64.ts';

test('equals the encoding of Node, across chunks', () => {
  for (const length of [0, 1, 2, 3, 0x8000, 0x8001, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, position) => (position * 31) % 256);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
});
