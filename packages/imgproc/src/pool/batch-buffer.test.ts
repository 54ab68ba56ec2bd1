import type { BadImage } from '@sprout/core';
import { expect, test } from 'vitest';
import { borrowBatch, lendBatch } from './batch-buffer.ts';
import { SharedBuffers } from './shared-buffers.ts';

const size = { height: 1, width: 2 };

const bad = (position: number): BadImage => ({
  position,
  id: `${position}.png`,
  error: { code: 'image-unreadable', context: { file: `${position}.png`, reason: 'gone' } },
});

test('a batch has as many bytes as its images', () => {
  const { batch, buffer } = borrowBatch(new SharedBuffers(), 3, size);
  expect(batch).toEqual({ ...size, pixels: new Uint8Array(18) });
  expect(batch.pixels.buffer).toBe(buffer);
  expect(borrowBatch(new SharedBuffers(), 0, size).batch.pixels).toHaveLength(0);
});

test('a batch in a larger buffer has only its own bytes', () => {
  const buffers = new SharedBuffers();
  const large = new SharedArrayBuffer(100);
  buffers.takeBack(large);
  const { batch, buffer } = borrowBatch(buffers, 2, size);
  expect(buffer).toBe(large);
  expect([batch.pixels.byteOffset, batch.pixels.length]).toEqual([0, 12]);
});

test('a batch is lent with its bad images black', () => {
  const buffers = new SharedBuffers();
  const borrowed = borrowBatch(buffers, 3, size);
  borrowed.batch.pixels.fill(7);
  const lent = lendBatch(buffers, borrowed, [bad(0), bad(2)]);
  expect(lent).toMatchObject({ ...size, channels: 3, bad: [bad(0), bad(2)] });
  expect([...lent.images]).toEqual([0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0, 0]);
  expect(lent.images).toBe(borrowed.batch.pixels);
});

test('the first disposal returns the buffer, and further ones do not', () => {
  const buffers = new SharedBuffers();
  const borrowed = borrowBatch(buffers, 1, size);
  const lent = lendBatch(buffers, borrowed, []);
  lent[Symbol.dispose]();
  lent[Symbol.dispose]();
  expect(buffers.lend(6)).toBe(borrowed.buffer);
  expect(buffers.lend(6)).not.toBe(borrowed.buffer);
});
