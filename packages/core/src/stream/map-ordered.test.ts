import * as fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapOrdered } from './map-ordered.ts';

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

test('yields results in the order of the items, however long each takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4)), fc.integer({ min: 1, max: 6 }), async (delays, limit) => {
      const items = delays.map((delay, number) => ({ delay, number }));
      const map = async ({ delay, number }: (typeof items)[number]) => {
        for (let turn = 0; turn < delay; turn++) await Promise.resolve();
        return number;
      };
      const numbers = items.map(({ number }) => number);
      expect(await collect(mapOrdered(items, { limit }, { map }))).toEqual(numbers);
    }),
  );
});

test('makes no more results ahead than the limit', async () => {
  const started: number[] = [];
  const map = async (item: number) => {
    started.push(item);
    return item;
  };
  const stream = mapOrdered([0, 1, 2, 3, 4, 5], { limit: 3 }, { map });
  expect(started).toEqual([]);
  await stream.next();
  await setTimeout(5);
  expect(started).toEqual([0, 1, 2]);
  await stream.next();
  expect(started).toEqual([0, 1, 2, 3]);
  await stream.return();
});

test('throws a failure in its turn, and discards the results after it', async () => {
  const discarded: number[] = [];
  const map = async (item: number) => {
    if (item === 2) throw new Error('third');
    return item;
  };
  const stream = mapOrdered(
    [0, 1, 2, 3, 4],
    { limit: 4 },
    { map, discard: (item) => discarded.push(item) },
  );
  expect([(await stream.next()).value, (await stream.next()).value]).toEqual([0, 1]);
  await expect(stream.next()).rejects.toThrow('third');
  expect(discarded).toEqual([3, 4]);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('discards the results made ahead when the consumer stops', async () => {
  const discarded: number[] = [];
  const items = mapOrdered(
    [0, 1, 2, 3, 4, 5],
    { limit: 3 },
    {
      map: async (item) => item,
      discard: (item) => discarded.push(item),
    },
  );
  for await (const item of items) if (item === 1) break;
  expect(discarded).toEqual([2, 3]);
});

test('stops with the reason of an aborted signal, and discards the results made ahead', async () => {
  const discarded: number[] = [];
  const controller = new AbortController();
  const stream = mapOrdered(
    [0, 1, 2, 3],
    { limit: 2, signal: controller.signal },
    {
      map: async (item) => item,
      discard: (item) => discarded.push(item),
    },
  );
  expect((await stream.next()).value).toBe(0);
  controller.abort(new Error('enough'));
  await expect(stream.next()).rejects.toThrow('enough');
  expect(discarded).toEqual([1]);
});

test('throws the failure of the iterator', async () => {
  const items = function* (): Generator<number> {
    yield 0;
    throw new Error('no more');
  };
  await expect(
    collect(mapOrdered(items(), { limit: 2 }, { map: async (item) => item })),
  ).rejects.toThrow('no more');
});

test('closes the iterator when the consumer stops', async () => {
  let ended = false;
  const items = function* (): Generator<number> {
    try {
      for (let item = 0; ; item++) yield item;
    } finally {
      ended = true;
    }
  };
  for await (const _ of mapOrdered(items(), { limit: 2 }, { map: async (item) => item })) break;
  expect(ended).toBe(true);
});

test('refuses a limit below 1', async () => {
  for (const limit of [0, -1, NaN])
    await expect(
      collect(mapOrdered([1], { limit }, { map: async (item) => item })),
    ).rejects.toMatchObject({ context: { option: 'limit' } });
});
