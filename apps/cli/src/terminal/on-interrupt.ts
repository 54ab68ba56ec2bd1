import { EXIT } from '../exit-code.ts';
import { Interrupted } from './interrupted.ts';

/** Ctrl-C, once: the signal is aborted so that the work in progress can stop cleanly. Twice: the process ends. */
export function onInterrupt(
  say: (text: string) => void,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    say('stopping after this step; again to stop at once');
    controller.abort(new Interrupted('stopped'));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  };
}
