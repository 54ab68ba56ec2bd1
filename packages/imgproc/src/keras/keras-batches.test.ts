import { expect, test } from 'vitest';
import { imageDataGenerator } from './image-data-generator.ts';

const size = { height: 1, width: 1, channels: 1 };
const images = { ...size, count: 5, data: Float32Array.of(0, 1, 2, 3, 4) };

test('batches go on after a loop is left, and the last batch of an epoch is smaller', async () => {
  const flow = imageDataGenerator().flow(images, { batchSize: 2, shuffle: false });
  const seen: number[][] = [];
  for (let round = 0; round < 2; round++) {
    for await (const { indices } of flow) {
      seen.push([...indices]);
      if (seen.length % 2 === 0) break;
    }
  }
  expect(seen).toEqual([[0, 1], [2, 3], [4], [0, 1]]);
  expect([...(await flow.at(2)).indices]).toEqual([4]);
  await expect(flow.at(3)).rejects.toMatchObject({ code: 'option-invalid' });
});

test('batches that are asked for at once come in order', async () => {
  const flow = imageDataGenerator().flow(images, { batchSize: 2, shuffle: false });
  const batches = await Promise.all([flow.next(), flow.next(), flow.next()]);
  expect(batches.map(({ indices }) => [...indices])).toEqual([[0, 1], [2, 3], [4]]);
});

test('reset starts a new epoch', async () => {
  const flow = imageDataGenerator().flow(images, { batchSize: 2, shuffle: false });
  await flow.next();
  flow.reset();
  expect([...(await flow.next()).indices]).toEqual([0, 1]);
});

test('the end of an epoch makes a new order for at, and next starts one by itself', async () => {
  const flow = imageDataGenerator().flow(images, { batchSize: 5, seed: 1 });
  const order = async () => [...(await flow.at(0)).indices].join('');
  const first = await order();
  expect(await order()).toBe(first);
  flow.endEpoch();
  const second = await order();
  expect(second).not.toBe(first);
  expect([...(await flow.next()).indices].join('')).not.toBe(second);
});

test('no images give empty batches', async () => {
  const flow = imageDataGenerator().flow({ ...size, count: 0, data: new Float32Array() });
  expect(flow).toMatchObject({ samples: 0, length: 0 });
  expect((await flow.next()).x).toEqual({ ...size, count: 0, data: new Float32Array() });
});
