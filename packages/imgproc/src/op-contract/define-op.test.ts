import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { numbered } from '../../test/numbered.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { defineOp } from './define-op.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };
const none = () => [];

test('an op is named by its schema; by default it keeps the size and draws nothing', () => {
  const same = defineOp({
    schema: z.strictObject({ op: z.literal('same') }),
    setUp: () => ({ apply: (source) => source }),
  });
  expect(same).toMatchObject({ name: 'same', lists: [] });
  expect(same).not.toHaveProperty('draw');
  expect(same.size({ height: 2, width: 3 }, { op: 'same' }, none)).toEqual({ height: 2, width: 3 });
  expect(same.size(undefined, { op: 'same' }, none)).toBeUndefined();
});

test('apply receives the numbers that draw returned, and the spec of setUp', () => {
  const brighter = defineOp({
    schema: z.strictObject({ op: z.literal('brighter'), most: z.number() }),
    numbers: z.strictObject({ by: z.number() }),
    draw: ({ most }, rng) => ({ by: 1 + rng.integer(most) }),
    setUp: ({ most }) => ({
      apply: (source, { by }) => ({
        ...source,
        data: source.data.map((value) => value + by * most),
      }),
    }),
  });
  const spec = { op: 'brighter', most: 1 };
  const numbers = brighter.draw?.(spec, rngAt(0, []), none);
  expect(numbers).toEqual({ by: 1 });
  const result = brighter.setUp({ ...spec, most: 3 }, none).apply(numbered(1, 1), numbers, tools);
  expect([...result.data]).toEqual([13, 14, 15]);
});

test('an op may be a table only', () => {
  const shifted = defineOp({
    schema: z.strictObject({ op: z.literal('shifted') }),
    numbers: z.strictObject({ by: z.number() }),
    draw: (_spec, rng) => ({ by: rng.integer(9) }),
    setUp: () => ({
      table: ({ by }) => Uint8Array.from({ length: 256 }, (_, value) => value + by),
    }),
  });
  const prepared = shifted.setUp({ op: 'shifted' }, none);
  expect([...prepared.apply(numbered(1, 1), { by: 4 }, tools).data]).toEqual([14, 15, 16]);
  expect(prepared.table?.({ by: 4 })?.[1]).toBe(5);
});
