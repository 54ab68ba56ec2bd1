import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isFromHere, isRunningHere, processTag } from './process-tag.ts';

test('names host, process and start, the same at each call', () => {
  expect(processTag()).toMatch(new RegExp(`^[0-9a-f]{8}-${process.pid}-[0-9a-f]{8}$`));
  expect(processTag()).toBe(processTag());
});

test('this process is running', () => {
  expect(isRunningHere(processTag())).toBe(true);
});

test('this process is from here', () => {
  expect(isFromHere(processTag())).toBe(true);
});

test.runIf(platform === 'linux' && getuid?.() === 0)(
  'a process of another PID namespace with the same host name is not from here (needs root)',
  () => {
    const script = fileURLToPath(new URL('process-tag.ts', import.meta.url));
    const code = `process.stdout.write((await import(${JSON.stringify(script)})).processTag())`;
    const node = [process.execPath, ...process.execArgv, '--input-type=module', '--eval', code];
    const { stdout } = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', ...node], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^[0-9a-f]{8}-1-[0-9a-f]{8}$/);
    expect(isFromHere(stdout)).toBe(false);
  },
);

test('a process that has ended is not running', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  const [host, , started] = processTag().split('-');
  expect(isRunningHere(`${host}-${child.pid}-${started}`)).toBe(false);
});

test('a process of another host is not from here', () => {
  expect(isFromHere('00000000-1-00000000')).toBe(false);
});

test.runIf(platform === 'linux')(
  'a process with the same number and another start time is not the same process',
  () => {
    const [host, number] = processTag().split('-');
    expect(isRunningHere(`${host}-${number}-0000000a`)).toBe(false);
  },
);
