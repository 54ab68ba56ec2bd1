import { expect, test } from 'vitest';
import { mirrorColumns, mirrorRows } from './mirror.ts';

const grey = { height: 2, width: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
const rgb = { height: 2, width: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

test('mirrorColumns swaps left and right', () => {
  expect([...mirrorColumns(grey).data]).toEqual([3, 2, 1, 6, 5, 4]);
  expect([...mirrorColumns({ ...rgb, height: 1, width: 2 }).data]).toEqual([4, 5, 6, 1, 2, 3]);
});

test('mirrorRows swaps top and bottom', () => {
  expect([...mirrorRows(grey).data]).toEqual([4, 5, 6, 1, 2, 3]);
  expect([...mirrorRows(rgb).data]).toEqual([4, 5, 6, 1, 2, 3]);
});

test('the source is not written to', () => {
  mirrorColumns(grey);
  mirrorRows(grey);
  expect([...grey.data]).toEqual([1, 2, 3, 4, 5, 6]);
});
