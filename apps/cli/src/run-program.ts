import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommanderError } from '@commander-js/extra-typings';
import { EXIT, exitCodeOf } from './process/exit-code.ts';
import { Interrupted } from './terminal/interrupted.ts';

/**
 * Parses the arguments, runs the command and returns the exit code. A `SproutError` becomes one sentence on stderr; any other
 * error is a bug and is thrown.
 */
export async function runProgram(
  program: CommandUnknownOpts,
  argv: readonly string[],
): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done); // the reader, `head` for example, has ended
    process.stderr.write(`error: Cannot write the result: ${error.message}\n`);
    process.exit(EXIT.inputOutput);
  });
  process.stderr.on('error', () => undefined); // without a reader, or on a full disk, notes are lost and the work goes on
  try {
    await program.parseAsync([...argv]);
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof Interrupted) {
      await say(error.message);
      return EXIT.interrupted;
    }
    const { isSproutError } = await import('@sprout/core'); // a command that fails has loaded it
    if (!isSproutError(error)) throw error;
    const { printedMessage } = await import('./advice.ts');
    await say(`error: ${printedMessage(error)}`);
    return exitCodeOf(error.code);
  }
}

async function say(text: string): Promise<void> {
  const { printable } = await import('./terminal/printable.ts'); // with the core, which --help does not need
  process.stderr.write(`${printable(text)}\n`);
}
