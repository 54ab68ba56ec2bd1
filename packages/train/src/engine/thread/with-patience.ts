/** How long a call may go on after its answer is no longer wanted. A step of a large batch on a slow machine takes less. */
export const PATIENCE_MS = 60_000;

export interface WithPatienceOptions {
  /** Aborted when the answer is no longer wanted. Without it, the call is waited for as long as it takes. */
  readonly signal?: AbortSignal | undefined;
  /** How long the call may still take after that. */
  readonly patienceMs: number;
  /** Called when the time is over. */
  readonly giveUp: () => void;
}

/**
 * Waits for an answer. After `signal` is aborted, waits `patienceMs` more, so that a step in progress can end.
 *
 * @throws The signal's reason when the time is over, after `giveUp` was called.
 */
export async function withPatience<T>(
  answer: Promise<T>,
  { signal, patienceMs, giveUp }: WithPatienceOptions,
): Promise<T> {
  if (signal === undefined) return await answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: () => void = () => undefined;
  const timeUp = new Promise<never>((_, reject) => {
    start = () => {
      timer = setTimeout(() => {
        reject(signal.reason as Error); // whatever the caller aborted with
        giveUp();
      }, patienceMs);
    };
  });
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', start);
  }
}
