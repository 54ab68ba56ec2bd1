import { expect, test } from 'vitest';
import { recompressBlock } from './jpeg-block.ts';

const block = (valueAt: (at: number) => number) =>
  Int32Array.from({ length: 64 }, (_, at) => valueAt(at));

test('a flat block keeps its value to half a quantiser', () => {
  const flat = block(() => 37);
  recompressBlock(flat, new Uint8Array(64).fill(16));
  expect(new Set(flat)).toEqual(new Set([38])); // 8 * 37 is 18.5 times 16, rounded to 19
});

test('with quantisers of 1 values change by at most 1', () => {
  const before = block((at) => ((at * 73) % 256) - 128);
  const after = before.slice();
  recompressBlock(after, new Uint8Array(64).fill(1));
  expect(Math.max(...after.map((value, at) => Math.abs(value - before[at]!)))).toBeLessThanOrEqual(
    1,
  );
});
