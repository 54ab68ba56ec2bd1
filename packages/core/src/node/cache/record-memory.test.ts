import { expect, test } from 'vitest';
import { RecordMemory } from './record-memory.ts';

const record = (value: number, bytes = 100): Uint8Array => new Uint8Array(bytes).fill(value);

test('keeps copies, each at the beginning of a cache line', () => {
  const memory = new RecordMemory(100, 1e6);
  const source = record(1);
  const kept = [source, record(2), record(3)].map((one) => memory.keep(one)!);
  source.fill(9);
  expect(kept.map((one) => [one.length, one[0], one.at(-1), one.byteOffset % 64])).toEqual([
    [100, 1, 1, 0],
    [100, 2, 2, 0],
    [100, 3, 3, 0],
  ]);
});

test('keeps no more than its limit', () => {
  const memory = new RecordMemory(100, 3 * 128 + 127);
  const kept = [1, 2, 3, 4].map((value) => memory.keep(record(value)));
  expect(kept.map((one) => one?.[0])).toEqual([1, 2, 3, undefined]);
  expect(new RecordMemory(100, 0).keep(record(1))).toBeUndefined();
});

test('starts another block when one is full', () => {
  const bytes = 2 ** 24;
  const memory = new RecordMemory(bytes, 2 ** 26);
  const kept = [1, 2, 3].map((value) => memory.keep(record(value, bytes))!);
  expect(kept.map((one) => one[5])).toEqual([1, 2, 3]);
  expect(kept[2]!.buffer).not.toBe(kept[0]!.buffer);
});
