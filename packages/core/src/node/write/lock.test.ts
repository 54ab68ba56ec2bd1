import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { platform } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { outputOf, runScript } from '../../../test/run-script.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { lock, lockHolder } from './lock.ts';
import { isRunningHere, processPlace, processTag } from '../system/process-tag.ts';

test('is held once at a time', async () => {
  const path = join(await temporaryFolder(), 'lock');
  {
    await using _first = await lock(path, 'runs/1');
    await expect(lock(path, 'runs/1')).rejects.toMatchObject({
      code: 'run-locked',
      context: { run: 'runs/1', holder: `process ${process.pid} on ${hostname()}` },
    });
  }
  await using _second = await lock(path, 'runs/1');
});

test('has a holder until it is released, or its process has ended', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'lock');
  expect(await lockHolder(path)).toBeUndefined();
  {
    await using _held = await lock(path, 'x');
    expect(await lockHolder(path)).toBe(`process ${process.pid} on ${hostname()}`);
  }
  expect(await lockHolder(path)).toBeUndefined();
  await writeFile(path, deadLock());
  expect(await lockHolder(path)).toBeUndefined();
  expect(await readdir(folder)).toEqual(['lock']);
});

test('is given to one of many callers at once, also when a process that has ended held it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'lock');
  await writeFile(path, deadLock());
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lock(path, 'x')));
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect(await readFile(path, 'utf8')).toContain(processTag());
  expect(await readdir(folder)).toEqual(['lock']);
});

test(
  'is taken over after another process ended while it took the lock over',
  { timeout: 30_000 },
  async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lock'), deadLock());
    await mkdir(join(folder, 'lock.removal'));
    await using _taken = await lock(join(folder, 'lock'), 'x');
    expect(await readdir(folder)).toEqual(['lock']);
  },
);

test('is taken over from a process that has ended, and from an empty file', async () => {
  const folder = await temporaryFolder();
  for (const content of [deadLock(), '']) {
    await writeFile(join(folder, 'lock'), content);
    await using _taken = await lock(join(folder, 'lock'), 'x');
  }
  expect(await readdir(folder)).toEqual([]);
});

const FOREIGN = '0123abcd-1-0123abcd\nprocess 1 on elsewhere\nanother place\n';

test('is not taken over from another machine, and the message says when it is free', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, FOREIGN);
  await expect(lock(path, 'runs/1')).rejects.toThrow(
    'runs/1 is in use by process 1 on elsewhere; if that has ended, the lock is free after a minute',
  );
});

test('is taken over from another machine when it was not written for a minute', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'lock');
  await writeFile(path, FOREIGN);
  await utimes(path, 0, 1);
  await using _taken = await lock(path, 'x');
  expect(await readdir(folder)).toEqual(['lock']);
});

test('of a process number that is not of this PID namespace is not judged by it', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, deadLock().replace(processPlace(), `${processPlace()}0`));
  await expect(lock(path, 'x')).rejects.toMatchObject({ code: 'run-locked' });
});

test('is written again while it is held, and not after', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const path = join(await temporaryFolder(), 'lock');
    const held = await lock(path, 'x');
    const content = await readFile(path, 'utf8');
    await utimes(path, 0, 1);
    vi.advanceTimersByTime(10_000);
    while ((await stat(path)).mtimeMs === 1000) await setImmediate();
    expect(await readFile(path, 'utf8')).toBe(content);
    await held[Symbol.asyncDispose]();
    expect(vi.getTimerCount()).toBe(0);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  } finally {
    vi.useRealTimers();
  }
});

test.skipIf(platform === 'win32').each([
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ['a dangling link', (path: string) => symlinkSync('nowhere', path)],
  ['a folder', (path: string) => mkdirSync(path)],
])('%s is an error that names it', async (_what, make) => {
  const path = join(await temporaryFolder(), 'lock');
  make(path);
  await expect(lock(path, 'x')).rejects.toMatchObject({
    code: 'file-unwritable',
    context: { file: path, reason: 'it is not a regular file' },
  });
});

test.skipIf(platform === 'win32')('is removed if it cannot be written completely', async () => {
  const folder = await temporaryFolder();
  // with a limit of the file size, a write fails as on a full disk
  const before = "trap '' XFSZ; ulimit -f 0";
  const output = await outputOf(
    runScript('lock-under-limit.ts', { args: [join(folder, 'lock')], before }),
  );
  expect(output).toContain('the file would be larger than the limit');
  expect(await readdir(folder)).toEqual([]);
});

test('reports a lock file that cannot be written', async () => {
  const path = join(await temporaryFolder(), 'nowhere', 'lock');
  await expect(lock(path, 'x')).rejects.toMatchObject({ code: 'file-unwritable' });
});

test('distinguishes a running process, one that has ended, and another one of the same number', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const [host = '', , start = ''] = processTag().split('-');
  const tag = `${host}-${child.pid}-${start}`;
  expect(isRunningHere(processTag())).toBe(true);
  // on systems without start times, the number of any running process counts
  expect(isRunningHere(tag)).toBe(start === '00000000');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(isRunningHere(tag)).toBe(false);
});

function deadLock(): string {
  const [host = ''] = processTag().split('-');
  return `${host}-${2 ** 22 + 1}-0123abcd\nprocess ${2 ** 22 + 1} on ${hostname()}\n${processPlace()}\n`;
}
