import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built program. */
export const sproutBin = fileURLToPath(new URL('../../../apps/cli/bin/sprout.js', import.meta.url));

export interface Ended {
  /** `null` if a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SproutOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process when it has started, to send it signals for example. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the built program and waits for its end. */
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
  child.stdin.on('error', () => undefined).end(input ?? ''); // the program may end without reading
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a command with `--json`. @returns The parsed result. @throws If the command fails. */
export async function sproutJson<T>(args: readonly string[], options?: SproutOptions): Promise<T> {
  const { code, stdout, stderr } = await sprout([...args, '--json', '--quiet'], options);
  if (code !== 0) throw new Error(`sprout ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
