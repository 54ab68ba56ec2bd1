import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommanderError } from '@commander-js/extra-typings';
import { readerEnded } from './process/closed-output.ts';
import { EXIT, exitCodeOf } from './process/exit-code.ts';
import { Interrupted } from './terminal/interrupted.ts';

/**
 * Parses the arguments, runs the command and returns the exit code. A `SproutError` and a failure of the machine are printed as one
 * sentence on stderr. Any other error is a bug and is thrown.
 */
export async function runProgram(
  program: CommandUnknownOpts,
  argv: readonly string[],
): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return readerEnded();
    process.stderr.write(`error: Cannot write the result: ${error.message}\n`);
    process.exit(EXIT.inputOutput);
  });
  process.stderr.on('error', () => undefined); // notes are lost if they cannot be written; the work continues
  try {
    await program.parseAsync([...argv]);
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof Interrupted) {
      await printNote(error.message);
      return EXIT.interrupted;
    }
    const { firstCause, isSproutError } = await import('@sprout/core'); // already loaded by the command that failed
    const cause = firstCause(error);
    if (!isSproutError(cause)) return await machineFailure(cause);
    const { printedMessage } = await import('./advice.ts');
    await printNote(`error: ${printedMessage(cause)}`);
    return exitCodeOf(cause.code);
  }
}

/** @throws The error, if it is a bug. */
async function machineFailure(error: unknown): Promise<number> {
  const { failureOf } = await import('./process/failure-of.ts');
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  await printNote(`error: ${failure.message}`);
  return failure.exitCode;
}

async function printNote(text: string): Promise<void> {
  const { printable } = await import('./terminal/printable.ts'); // imports core, which --help does not need
  process.stderr.write(`${printable(text)}\n`);
}
