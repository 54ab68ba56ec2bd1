import { expect, test } from 'vitest';
import { lookUp } from './look-up.ts';

const table = Uint8Array.from({ length: 256 }, (_, value) => 255 - value);

test('replaces each value by its entry, and does not write to the source', () => {
  const source = { height: 1, width: 2, channels: 1, data: Uint8Array.of(0, 200) };
  expect(lookUp(source, table)).toEqual({ ...source, data: Uint8Array.of(255, 55) });
  expect([...source.data]).toEqual([0, 200]);
});
