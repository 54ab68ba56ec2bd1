import { expect, test } from 'vitest';
import { pixelKernels } from './pixel-kernels.ts';
import { bytesAt, lieInMemory, withPixels } from './with-pixels.ts';

test('pixels are put into the memory once', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(lieInMemory(bytes)).toBe(false);
  const inside = withPixels(bytes, 100, ({ kernels, source, free }) => {
    expect(bytesAt(kernels, source, 3)).toEqual(bytes);
    expect(free % 16).toBe(0);
    expect(free).toBeGreaterThanOrEqual(source + 3);
    return new Uint8Array(kernels.memory.buffer, source, 3);
  })!;
  expect(lieInMemory(inside)).toBe(true);
  expect(withPixels(inside, 100, ({ source }) => source)).toBe(inside.byteOffset);
});

test('the memory grows for what is needed, and a large one is given back', () => {
  const length = withPixels(Uint8Array.of(1), 80e6, ({ kernels }) => {
    return kernels.memory.buffer.byteLength;
  });
  expect(length).toBeGreaterThan(80e6);
  expect(pixelKernels()?.memory.buffer.byteLength).toBeLessThan(1e6);
});

test('more memory than WebAssembly has is not lent', () => {
  expect(withPixels(Uint8Array.of(1), 5e9, () => 'lent')).toBeUndefined();
});
