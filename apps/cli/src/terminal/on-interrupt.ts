import { EXIT } from '../process/exit-code.ts';
import { Interrupted } from './interrupted.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts `signal` at SIGINT (ctrl-C), SIGTERM or SIGHUP, so that the work can stop cleanly. The second such signal ends the
 * process.
 */
export function onInterrupt(
  note: (text: string) => void,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    note('stopping after this step; again to stop at once');
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
