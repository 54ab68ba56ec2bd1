import { expect, test } from 'vitest';
import { unwritable } from './unwritable.ts';

const systemError = (code: string) => Object.assign(new Error(code), { syscall: 'write', code });

test('an error of the system names the file and the reason, and is the cause', () => {
  const cause = systemError('EROFS');
  expect(unwritable('run.json', cause)).toMatchObject({
    message: 'Cannot write run.json: the file system is read-only',
    code: 'file-unwritable',
    cause,
  });
});

test('a missing file means that the folder is missing', () => {
  expect(unwritable('runs/1/run.json', systemError('ENOENT'))).toMatchObject({
    context: { reason: 'its folder does not exist' },
  });
});

test('the reason for a full disk states the bytes that are needed, if they are known', () => {
  expect(unwritable('a', systemError('ENOSPC'), 512)).toMatchObject({
    context: { reason: 'no space is left on the device; 512 bytes are needed' },
  });
  expect(unwritable('a', systemError('ENOSPC'))).toMatchObject({
    context: { reason: 'no space is left on the device' },
  });
  expect(unwritable('a', systemError('EACCES'), 512)).toMatchObject({
    context: { reason: 'permission denied' },
  });
});

test('any other error is returned as it is', () => {
  const bug = new TypeError('x is not a function');
  expect(unwritable('a', bug)).toBe(bug);
});
