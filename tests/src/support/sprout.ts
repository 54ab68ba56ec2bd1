import { program } from '../../../apps/cli/src/program/program.ts';
import { runProgram } from '../../../apps/cli/src/run-program.ts';
import { captureOutput } from './capture-output.ts';

export interface Ended {
  /** `null` if a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The commands that have the option `--workers`. */
const WITH_WORKERS: readonly string[] = [
  'augment',
  'evaluate',
  'features',
  'inspect',
  'predict',
  'prepare',
  'preview',
  'train',
];

/**
 * Runs a command line of the program in the process of the test, from the sources. The modules of the program are loaded once, and
 * images are prepared in this thread unless the arguments say how many workers there are. One command line runs at a time.
 *
 * @throws An error that the program does not expect, which would end a process with a stack trace.
 */
export async function sprout(args: readonly string[]): Promise<Ended> {
  const usesThisThread = WITH_WORKERS.includes(args[0] ?? '') && !args.includes('--workers');
  const given = usesThisThread ? [...args, '--workers', '0'] : args;
  const argv = process.argv;
  process.argv = [process.execPath, 'sprout', ...given]; // a run records its command
  using output = captureOutput();
  try {
    const code = await runProgram(program(), process.argv);
    return { code, stdout: output.stdout, stderr: output.stderr };
  } finally {
    process.argv = argv;
  }
}

/**
 * Runs a command with `--json`.
 *
 * @param run {@link sprout} or `sproutProcess`.
 * @returns The parsed result.
 * @throws If the command fails.
 */
export async function sproutJson<T>(
  args: readonly string[],
  run: (args: readonly string[]) => Promise<Ended> = sprout,
): Promise<T> {
  const { code, stdout, stderr } = await run([...args, '--json', '--quiet']);
  if (code !== 0) throw new Error(`sprout ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
