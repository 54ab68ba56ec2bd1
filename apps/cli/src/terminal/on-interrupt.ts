import { endAtOnce } from '../process/end-at-once.ts';
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
    if (controller.signal.aborted) endAtOnce();
    note('stops after the running step, which may take some seconds; again to stop at once');
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
