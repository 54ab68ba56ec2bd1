import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ended } from './sprout.ts';

/** The built program. */
export const sproutBin = fileURLToPath(new URL('../../../apps/cli/bin/sprout.js', import.meta.url));

export interface ProcessOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process when it has started, to send it signals for example. */
  readonly onStart?: (child: ChildProcess) => void;
}

/**
 * Runs the built program as a process and waits for its end. It takes seconds to start: only for tests of what a process has, such as
 * signals, the environment, its current folder, standard input and worker threads of its own.
 */
export function sproutProcess(
  args: readonly string[],
  { cwd, input, env, onStart }: ProcessOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [sproutBin, ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined).end(input ?? ''); // the program may end without reading
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
