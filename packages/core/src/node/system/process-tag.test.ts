import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { mayBeRunning, processTag } from './process-tag.ts';

test('names host, process and start, the same at each call', () => {
  expect(processTag()).toMatch(new RegExp(`^[0-9a-f]{8}-${process.pid}-[0-9a-f]{8}$`));
  expect(processTag()).toBe(processTag());
});

test('this process is running', () => {
  expect(mayBeRunning(processTag())).toBe(true);
});

test('a process that has ended is not running', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  const [host, , started] = processTag().split('-');
  expect(mayBeRunning(`${host}-${child.pid}-${started}`)).toBe(false);
});

test('a process of another host may be running', () => {
  expect(mayBeRunning('00000000-1-00000000')).toBe(true);
});

test.runIf(platform === 'linux')(
  'a process with the same number and another start time is not the same process',
  () => {
    const [host, number] = processTag().split('-');
    expect(mayBeRunning(`${host}-${number}-0000000a`)).toBe(false);
  },
);
