import { EXIT } from '../process/exit-code.ts';
import { Interrupted } from './interrupted.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborts a signal at ctrl-C, SIGTERM or the loss of the terminal, so that the work can stop cleanly; the second time, ends the process. */
export function onInterrupt(
  say: (text: string) => void,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    say('stopping after this step; again to stop at once');
    controller.abort(new Interrupted('stopped'));
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
