const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** Runs work, and removes the error handlers that it installed on the process. Only the program decides on error handlers. */
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
