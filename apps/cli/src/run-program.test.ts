import { Command } from '@commander-js/extra-typings';
import { SproutError } from '@sprout/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EXIT } from './process/exit-code.ts';
import { runProgram } from './run-program.ts';
import { Interrupted } from './terminal/interrupted.ts';

let stderr: string;
const listeners = [process.stdout, process.stderr].map(
  (stream) => [stream, stream.listeners('error')] as const,
);

beforeEach(() => {
  stderr = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const [stream, before] of listeners)
    for (const listener of stream.listeners('error'))
      if (!before.includes(listener)) stream.off('error', listener as () => void);
});

/** Runs a program with one command, which does this. */
function exitCodeAfter(action: () => void, ...words: readonly string[]): Promise<number> {
  const root = new Command('sprout').exitOverride();
  root.addCommand(new Command('work').copyInheritedSettings(root).action(action));
  return runProgram(root, ['node', 'sprout', ...(words.length > 0 ? words : ['work'])]);
}

const throwing = (error: Error) => (): never => {
  throw error;
};

test('a command that returns has the exit code 0, and nothing on stderr', async () => {
  expect(await exitCodeAfter(() => undefined)).toBe(EXIT.done);
  expect(stderr).toBe('');
});

test('a SproutError is one line on stderr, and the exit code is that of its code', async () => {
  const error = new SproutError('option-invalid', { option: 'name', value: '', rule: 'a name' });
  expect(await exitCodeAfter(throwing(error))).toBe(EXIT.usage);
  expect(stderr).toBe('error: --name must be a name; received \n');
});

test('an error that was followed by others is the one that is printed', async () => {
  const first = new SproutError('file-unwritable', { file: 'a', reason: 'no space' });
  const both = Object.assign(new Error(), { name: 'SuppressedError', suppressed: first });
  expect(await exitCodeAfter(throwing(both))).toBe(EXIT.inputOutput);
  expect(stderr).toBe('error: Cannot write a: no space\n');
});

test('an error of the system is one sentence, and has the exit code of input and output', async () => {
  const error = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'write', path: 'a' });
  expect(await exitCodeAfter(throwing(error))).toBe(EXIT.inputOutput);
  expect(stderr).toBe('error: Cannot use a: the device reports an input/output error\n');
});

test('an error has no control characters on the terminal', async () => {
  const error = new SproutError('images-bad', { count: 1, total: 2, first: '\u001B[2J' });
  expect(await exitCodeAfter(throwing(error))).toBe(EXIT.badData);
  expect(stderr).not.toContain('\u001B');
});

test('an interruption prints its advice and has the exit code 130', async () => {
  expect(await exitCodeAfter(throwing(new Interrupted('saved')))).toBe(EXIT.interrupted);
  expect(stderr).toBe('saved\n');
});

test('a command line that is not valid has the exit code 2', async () => {
  expect(await exitCodeAfter(() => undefined, 'work', '--no-such-option')).toBe(EXIT.usage);
  expect(stderr).toContain("unknown option '--no-such-option'");
});

test('help has the exit code 0', async () => {
  let stdout = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  expect(await exitCodeAfter(() => undefined, 'work', '--help')).toBe(EXIT.done);
  expect(stdout).toMatch(/^Usage: sprout work/);
});

test('any other error is thrown', async () => {
  const bug = new TypeError('x is not a function');
  await expect(exitCodeAfter(throwing(bug))).rejects.toBe(bug);
});

test.each([
  ['EPIPE', EXIT.done, ''],
  ['ENOSPC', EXIT.inputOutput, 'error: Cannot write the result: full\n'],
])('stdout that fails with %s ends the process with %d', async (code, exitCode, text) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((given) => {
    throw new Error(`exit ${given}`); // nothing after it is run
  });
  await exitCodeAfter(() => undefined);
  const failure = Object.assign(new Error('full'), { code });
  expect(() => process.stdout.emit('error', failure)).toThrow(`exit ${exitCode}`);
  expect(exit).toHaveBeenCalledWith(exitCode);
  expect(stderr).toBe(text);
});
