import { expect, test } from 'vitest';
import { LentBuffers } from './lent-buffers.ts';

test('bytes have the length asked for and lie in shared memory', () => {
  const { bytes } = new LentBuffers().lend(5);
  expect(bytes).toHaveLength(5);
  expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a buffer is lent again after its release, and only then', () => {
  const buffers = new LentBuffers();
  const first = buffers.lend(8);
  expect(buffers.lend(8).bytes.buffer).not.toBe(first.bytes.buffer);
  first.release();
  first.release();
  const again = buffers.lend(4);
  expect(again.bytes.buffer).toBe(first.bytes.buffer);
  expect(again.bytes).toHaveLength(4);
  expect(buffers.lend(4).bytes.buffer).not.toBe(first.bytes.buffer);
});

test('a buffer that is too small is replaced', () => {
  const buffers = new LentBuffers();
  buffers.lend(4).release();
  expect(buffers.lend(9).bytes).toHaveLength(9);
});
