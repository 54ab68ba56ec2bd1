import { expect, test } from 'vitest';
import { LentBuffers } from './lent-buffers.ts';

test('a buffer that was released is lent again, also for fewer bytes', () => {
  const buffers = new LentBuffers();
  const first = buffers.lend(8);
  first.release();
  const second = buffers.lend(5);
  expect(second.bytes.length).toBe(5);
  expect(second.bytes.buffer).toBe(first.bytes.buffer);
});

test('a buffer in use is not lent twice', () => {
  const buffers = new LentBuffers();
  expect(buffers.lend(8).bytes.buffer).not.toBe(buffers.lend(8).bytes.buffer);
});

test('a larger request gets a new buffer', () => {
  const buffers = new LentBuffers();
  buffers.lend(4).release();
  expect(buffers.lend(8).bytes.length).toBe(8);
});

test('releasing twice lends the buffer once', () => {
  const buffers = new LentBuffers();
  const { release } = buffers.lend(8);
  release();
  release();
  expect(buffers.lend(8).bytes.buffer).not.toBe(buffers.lend(8).bytes.buffer);
});

test('buffers are of the memory that they are to be', () => {
  const shared = new LentBuffers((length) => new Uint8Array(new SharedArrayBuffer(length)));
  expect(shared.lend(8).bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(new LentBuffers().lend(8).bytes.buffer).toBeInstanceOf(ArrayBuffer);
});
