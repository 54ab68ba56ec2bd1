import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { lock } from './lock.ts';
import { mayBeRunning, processTag } from '../system/process-tag.ts';

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

test('is not taken over from another machine, and the message explains how to remove it', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, '0123abcd-1-0123abcd\nprocess 1 on elsewhere\n');
  await expect(lock(path, 'runs/1')).rejects.toThrow(
    `runs/1 is in use by process 1 on elsewhere; if that has ended, delete ${path}`,
  );
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
  expect(mayBeRunning(processTag())).toBe(true);
  // on systems without start times, the number of any running process counts
  expect(mayBeRunning(tag)).toBe(start === '00000000');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(mayBeRunning(tag)).toBe(false);
});

function deadLock(): string {
  const [host = ''] = processTag().split('-');
  return `${host}-${2 ** 22 + 1}-0123abcd\nprocess ${2 ** 22 + 1} on ${hostname()}\n`;
}
