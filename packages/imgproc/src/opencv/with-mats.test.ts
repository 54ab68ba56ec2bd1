import { isSproutError, SproutError } from '@sprout/core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { OpenCv } from './opencv.ts';
import { withMats } from './with-mats.ts';

const opencv = new OpenCv();
const tools = { file: 'photos/a.png', opencv };

beforeAll(() => opencv.ready(), 60_000);
beforeEach(() => opencv.ready(), 60_000); // a trap discards the instance

/** What `work` throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** An object that records when it is freed. */
const freed = (name: string, log: string[]) => ({ name, delete: () => void log.push(name) });

test('returns the result of the work', () => {
  const rows = withMats(tools, ({ cv, own }) => own(new cv.Mat(2, 3, cv.CV_8UC1)).rows);
  expect(rows).toBe(2);
});

test('the objects that are owned are freed last to first, and others are not', () => {
  const log: string[] = [];
  const other = freed('other', log);
  const name = withMats(tools, ({ own }) => {
    own(freed('first', log));
    expect(log).toEqual([]);
    return own(freed('second', log)).name + other.name;
  });
  expect(name).toBe('secondother');
  expect(log).toEqual(['second', 'first']);
});

test('a scope in a scope frees its own objects', () => {
  const log: string[] = [];
  withMats(tools, ({ own }) => {
    own(freed('outer', log));
    withMats(tools, (inner) => inner.own(freed('inner', log)).name);
    expect(log).toEqual(['inner']);
  });
  expect(log).toEqual(['inner', 'outer']);
});

test('the stack of OpenCV is as before, also after an exception', () => {
  const { cv } = opencv;
  const before = cv.stackSave();
  const resize = (side: number): void =>
    withMats(tools, ({ own }) => {
      const mat = own(new cv.Mat(2, 2, cv.CV_8UC3));
      cv.resize(mat, mat, new cv.Size(side, side));
    });
  resize(3);
  expect(cv.stackSave()).toBe(before);
  expect(() => resize(-1)).toThrow('Cannot process photos/a.png');
  expect(cv.stackSave()).toBe(before);
});

test('an exception of OpenCV names the file and the reason, and its number is the cause', () => {
  const error = thrownBy(() =>
    withMats(tools, ({ cv, own }) => {
      const mat = own(new cv.Mat(2, 2, cv.CV_8UC3));
      cv.cvtColor(mat, mat, cv.COLOR_GRAY2BGR);
    }),
  );
  expect(error).toBeInstanceOf(SproutError);
  expect(error).toMatchObject({ code: 'image-unprocessable', context: { file: 'photos/a.png' } });
  expect(error).toHaveProperty('cause', expect.any(Number));
  expect(error).toHaveProperty(
    'context.reason',
    expect.stringContaining('Invalid number of channels'),
  );
  expect(error).toHaveProperty('context.reason', expect.not.stringMatching(/^\s|\s$/));
});

test('an error that is none of OpenCV is thrown as it is, after the objects are freed', () => {
  const log: string[] = [];
  const bug = new TypeError('a bug');
  const work = (): void =>
    withMats(tools, ({ own }) => {
      own(freed('first', log));
      throw bug;
    });
  expect(thrownBy(work)).toBe(bug);
  expect(log).toEqual(['first']);
  expect(() => opencv.cv).not.toThrow();
});

test('after a trap the instance is discarded with the objects in it', async () => {
  const log: string[] = [];
  const discarded = opencv.cv;
  const error = thrownBy(() =>
    withMats(tools, ({ own }) => {
      own(freed('first', log));
      trap();
    }),
  );
  expect(isSproutError(error, 'image-unprocessable')).toBe(true);
  expect(error).toHaveProperty('cause.name', 'RuntimeError');
  expect(error).toHaveProperty('context.reason', expect.stringContaining('unreachable'));
  expect(log).toEqual([]); // the memory of the object may be damaged
  expect(() => opencv.cv).toThrow('before it is loaded');
  await opencv.ready();
  expect(opencv.cv).not.toBe(discarded);
}, 60_000);

test('an instance that is not loaded cannot be used', () => {
  const use = { file: 'a.png', opencv: new OpenCv() };
  expect(() => withMats(use, () => 1)).toThrow('opencv.js is used before it is loaded');
});

/** Declared only with the types of the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: { readonly run: () => void } };
};

/** Runs the instruction `unreachable` in a WebAssembly module with one function. */
function trap(): void {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const types = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00];
  const functions = [0x03, 0x02, 0x01, 0x00];
  const names = [0x07, 0x07, 0x01, 0x03, 0x72, 0x75, 0x6e, 0x00, 0x00];
  const code = [0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b];
  const bytes = Uint8Array.from([header, types, functions, names, code].flat());
  new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.run();
}
