import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommanderError } from '@commander-js/extra-typings';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { Interrupted } from './terminal/interrupted.ts';

/**
 * Parses the arguments, runs the command and tells how it ended. Errors that are ours become one sentence on stderr;
 * bugs keep their stack and crash.
 */
export async function runProgram(
  program: CommandUnknownOpts,
  argv: readonly string[],
): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done); // the reader, `head` say, has had enough
    process.stderr.write(`error: Cannot write the result: ${error.message}\n`);
    process.exit(EXIT.inputOutput);
  });
  process.stderr.on('error', () => undefined); // a reader that leaves or a full disk stops the notes, not the work
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
    await say(`error: ${error.message}`);
    return exitCodeOf(error.code);
  }
}

async function say(text: string): Promise<void> {
  const { printable } = await import('./terminal/printable.ts'); // with the core, which --help does not need
  process.stderr.write(`${printable(text)}\n`);
}
