import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { Cv } from './cv.ts';
import { loadOpenCv } from './load-opencv.ts';

const require = createRequire(import.meta.url);
const handlers = () => [
  ...process.listeners('uncaughtException'),
  ...process.listeners('unhandledRejection'),
];

test('each load gives an instance with a memory of its own', async () => {
  const [first, second] = [await loadOpenCv(), await loadOpenCv()];
  expect(second.cv).not.toBe(first.cv);
  expect(second.cv.HEAPU8.buffer).not.toBe(first.cv.HEAPU8.buffer);
  const mat = new first.cv.Mat(1, 3, first.cv.CV_8UC1);
  mat.data.set([3, 1, 2]);
  expect([...mat.data]).toEqual([3, 1, 2]);
  mat.delete();
}, 60_000);

test('two loads at a time give two instances', async () => {
  const [first, second] = await Promise.all([loadOpenCv(), loadOpenCv()]);
  expect(first.cv.HEAPU8.buffer).not.toBe(second.cv.HEAPU8.buffer);
}, 60_000);

test('an instance can be awaited', async () => {
  const { cv } = await loadOpenCv();
  const wait = async (): Promise<Cv> => cv;
  expect(await wait()).toBe(cv);
}, 60_000);

test('a load leaves no handler in the process and removes none that was there', async () => {
  const own = (): void => undefined;
  process.on('uncaughtException', own);
  process.on('unhandledRejection', own);
  try {
    const before = handlers();
    await loadOpenCv();
    expect(handlers()).toEqual(before);
    expect(before.filter((handler) => handler === own)).toHaveLength(2);
  } finally {
    process.off('uncaughtException', own);
    process.off('unhandledRejection', own);
  }
}, 60_000);

test('the module is not kept in the cache of modules', async () => {
  await loadOpenCv();
  expect(Object.keys(require.cache)).not.toContain(require.resolve('@techstark/opencv-js'));
}, 60_000);
