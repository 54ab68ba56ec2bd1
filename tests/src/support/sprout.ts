import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built program. */
export const sproutBin = fileURLToPath(new URL('../../../apps/cli/bin/sprout.js', import.meta.url));

export interface Ended {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SproutOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Gets the process once it runs: to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the built program as a user does, and waits for its end. */
export function sprout(
  args: readonly string[],
  { cwd, input, env, onStart }: SproutOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [sproutBin, ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined).end(input ?? ''); // a program that does not read may end first
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The one JSON document on stdout of a command that must succeed. */
export async function sproutJson<T>(args: readonly string[], options?: SproutOptions): Promise<T> {
  const { code, stdout, stderr } = await sprout([...args, '--json', '--quiet'], options);
  if (code !== 0) throw new Error(`sprout ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
