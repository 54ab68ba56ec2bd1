import type { ErrorCode } from '@sprout/core';
import { expect, test } from 'vitest';
import { EXIT, exitCodeOf } from './exit-code.ts';

test.each<[string, number, readonly ErrorCode[]]>([
  [
    'a wrong option, or a path that does not exist',
    2,
    ['option-invalid', 'folder-missing', 'file-missing', 'run-missing', 'name-unknown'],
  ],
  [
    'data that cannot be used',
    3,
    ['folder-empty', 'class-too-small', 'images-bad', 'image-undecodable', 'subset-empty'],
  ],
  [
    'a file that is not valid',
    65,
    ['config-invalid', 'file-invalid', 'run-incompatible', 'recipe-invalid'],
  ],
  ['an engine that is not available', 69, ['engine-unavailable']],
  ['a disk that cannot be written or read', 74, ['file-unwritable', 'folder-unreadable']],
  ['a run that is in use', 75, ['run-locked']],
  [
    'any other failure',
    1,
    ['file-exists', 'run-exists', 'folder-occupied', 'training-diverged', 'worker-lost'],
  ],
])('%s has the exit code %d', (_what, exitCode, codes) => {
  expect(codes.map(exitCodeOf)).toEqual(codes.map(() => exitCode));
});

test('only success has the exit code 0, and each code has one meaning', () => {
  const { done, ...others } = EXIT;
  expect(done).toBe(0);
  expect(Object.values(others)).not.toContain(0);
  expect(new Set(Object.values(EXIT)).size).toBe(Object.keys(EXIT).length);
});

test('an interruption has the exit code of SIGINT in a shell', () => {
  expect(EXIT.interrupted).toBe(128 + 2);
});
