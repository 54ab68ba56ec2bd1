import { beforeEach, expect, test } from 'vitest';
import { computeParts, CONTROL, ticketOf } from './team-control.ts';

const control = new Int32Array(new SharedArrayBuffer(64));
const parts: number[][] = [];
const kernels = { kernel: (...numbers: readonly number[]) => void parts.push([...numbers]) };
const call = { kernel: 'kernel', parameters: 100, addresses: [7, 8], parts: 3 };

beforeEach(() => {
  control.fill(0);
  parts.length = 0;
});

test('all parts of a job are computed, each once', () => {
  control[CONTROL.ticket] = ticketOf(5, 0);
  computeParts(control, kernels, { job: 5, call });
  computeParts(control, kernels, { job: 5, call });
  expect(parts).toEqual([0, 1, 2].map((part) => [100, part, part + 1, 7, 8]));
  expect(control[CONTROL.finished]).toBe(3);
});

test('the parts that another thread has taken are left out', () => {
  control[CONTROL.ticket] = ticketOf(5, 2);
  computeParts(control, kernels, { job: 5, call });
  expect(parts).toEqual([[100, 2, 3, 7, 8]]);
});

test.each([
  ['closed', ticketOf(5)],
  ['that of a later job', ticketOf(6, 0)],
  ['that of an earlier job', ticketOf(4, 1)],
])('nothing is computed where the ticket is %s', (_, ticket) => {
  control[CONTROL.ticket] = ticket;
  computeParts(control, kernels, { job: 5, call });
  expect(parts).toEqual([]);
  expect(control[CONTROL.ticket]).toBe(ticket);
});

test('the numbers of jobs start again, in 31 bits', () => {
  expect(ticketOf(2 ** 15 - 1)).toBe(2 ** 31 - 1);
  expect(ticketOf(2 ** 15, 3)).toBe(3);
});

test('a part that fails counts as finished, so that no thread waits for it', () => {
  control[CONTROL.ticket] = ticketOf(1, 0);
  const failing = {
    kernel: () => {
      throw new RangeError('out of bounds');
    },
  };
  expect(() => computeParts(control, failing, { job: 1, call })).toThrow('out of bounds');
  expect(control[CONTROL.finished]).toBe(1);
  expect(control[CONTROL.failed]).toBe(1);
});
