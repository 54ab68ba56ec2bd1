const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** Runs work that installs error handlers on the process, and removes them again: handlers are up to the program. */
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
