const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** Runs what installs handlers of errors on the process, and removes them again: a library leaves them to the program. */
export async function keepingErrorHandlers<T>(work: () => Promise<T>): Promise<T> {
  const before = EVENTS.map((event) => new Set<unknown>(process.listeners(event as 'exit')));
  try {
    return await work();
  } finally {
    EVENTS.forEach((event, index) => {
      for (const listener of process.listeners(event as 'exit')) {
        if (!before[index]!.has(listener)) process.removeListener(event, listener);
      }
    });
  }
}
