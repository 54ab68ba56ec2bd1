import { EXIT } from './exit-code.ts';

/** Of the commands that have work to do after the reader of stdout has ended. */
const working = new Set<AbortController>();

/** The output of a command that learns when nobody reads it. */
export interface ClosedOutput extends Disposable {
  /** Aborted once the reader of stdout has ended. */
  readonly signal: AbortSignal;
}

/** Until it is disposed of, the end of the reader of stdout, as of `head`, does not end the program: the command ends by itself. */
export function outliveReader(): ClosedOutput {
  const controller = new AbortController();
  working.add(controller);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void working.delete(controller),
  };
}

/** Tells the commands that outlive the reader of stdout that it has ended. Without one, ends the program. */
export function readerEnded(): void {
  if (working.size === 0) process.exit(process.exitCode ?? EXIT.done);
  for (const controller of working) controller.abort();
}
