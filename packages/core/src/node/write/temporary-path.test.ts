import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { processTag } from '../system/process-tag.ts';
import { temporaryOwner, temporaryPath } from './temporary-path.ts';

test('each path is new, hidden and directly in the folder', () => {
  const [first, second] = [temporaryPath('runs'), temporaryPath('runs')];
  expect(first).not.toBe(second);
  expect(dirname(first)).toBe('runs');
  expect(first).toMatch(/^runs.\.sprout-.*\.tmp$/);
});

test('the name contains the tag of the process', () => {
  expect(temporaryOwner(temporaryPath('').replace(/^.*[\\/]/, ''))).toBe(processTag());
});

test.each(['run.json', '.sprout-x.tmp', '.sprout-0000000a-7-0000000b-0.tmp.png'])(
  '%s is not the name of a temporary file',
  (name) => {
    expect(temporaryOwner(name)).toBeUndefined();
  },
);
