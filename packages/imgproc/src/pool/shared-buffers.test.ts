import { expect, test } from 'vitest';
import { SharedBuffers } from './shared-buffers.ts';

test('a few buffers serve many requests of different sizes', () => {
  const buffers = new SharedBuffers();
  const seen = new Set<SharedArrayBuffer>();
  for (let round = 0; round < 50; round++) {
    const [a, b] = [buffers.lend(100 + 10 * (round % 3)), buffers.lend(50)];
    expect(a.byteLength).toBeGreaterThanOrEqual(100);
    expect(a).not.toBe(b);
    buffers.takeBack(a);
    buffers.takeBack(b);
    seen.add(a).add(b);
  }
  expect(seen.size).toBeLessThanOrEqual(6);
});
