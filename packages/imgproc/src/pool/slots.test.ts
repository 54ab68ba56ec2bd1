import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

test('buffers grow to the largest need and do not become more than are lent at once', () => {
  const slots = new Slots();
  const seen = new Set<SharedArrayBuffer>();
  for (let round = 0; round < 50; round++) {
    const [a, b] = [slots.take(100 + 10 * (round % 3)), slots.take(50)];
    expect(a.byteLength).toBeGreaterThanOrEqual(100);
    expect(a).not.toBe(b);
    slots.giveBack(a);
    slots.giveBack(b);
    seen.add(a).add(b);
  }
  expect(seen.size).toBeLessThanOrEqual(6);
});
