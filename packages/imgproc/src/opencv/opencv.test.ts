import { isSproutError } from '@sprout/core';
import { beforeAll, expect, test } from 'vitest';
import { OpenCv } from './opencv.ts';
import { withMats } from './with-mats.ts';

const opencv = new OpenCv();
const tools = { file: 'a.png', opencv };
const listeners = { uncaughtException: 0, unhandledRejection: 0 };

beforeAll(async () => {
  listeners.uncaughtException = process.listenerCount('uncaughtException');
  listeners.unhandledRejection = process.listenerCount('unhandledRejection');
  await opencv.ready();
}, 30_000);

test('loading leaves no handlers in the process', () => {
  expect(process.listenerCount('uncaughtException')).toBe(listeners.uncaughtException);
  expect(process.listenerCount('unhandledRejection')).toBe(listeners.unhandledRejection);
});

test('frees the objects of a scope, also after an error', () => {
  const mats: { isDeleted(): boolean }[] = [];
  const scope = (fail: boolean): void =>
    withMats(tools, ({ cv, own }) => {
      mats.push(own(new cv.Mat(2, 2, cv.CV_8UC3)));
      if (fail) throw new TypeError('a bug');
    });
  scope(false);
  expect(() => scope(true)).toThrow(TypeError);
  expect(mats.map((mat) => mat.isDeleted())).toEqual([true, true]);
});

test('the memory does not grow over many images', () => {
  const before = opencv.cv.HEAPU8.length;
  for (let round = 0; round < 2000; round++) {
    withMats(tools, ({ cv, own }) => own(new cv.Mat(512, 512, cv.CV_8UC3)).rows);
  }
  expect(opencv.cv.HEAPU8.length).toBe(before); // 2,000 x 768 KB would not fit
});

function blurWrongly(): void {
  withMats(tools, ({ cv, own }) => {
    const mat = own(new cv.Mat(2, 2, cv.CV_8UC3));
    cv.medianBlur(mat, mat, 4);
  });
}

test('an exception of OpenCV becomes an error that names the file and the reason', () => {
  expect(blurWrongly).toThrow(/^Cannot process a\.png: .*ksize % 2 == 1/);
  expect(blurWrongly).toThrow(
    expect.toSatisfy((error) => isSproutError(error, 'image-unprocessable')),
  );
});

test('a new instance replaces a discarded one', async () => {
  const other = new OpenCv();
  await other.ready();
  const first = other.cv;
  other.discard();
  expect(() => other.cv).toThrow('before it is loaded');
  await other.ready();
  expect(other.cv).not.toBe(first);
  expect(new other.cv.Mat(3, 4, other.cv.CV_8UC1).rows).toBe(3);
}, 30_000);
