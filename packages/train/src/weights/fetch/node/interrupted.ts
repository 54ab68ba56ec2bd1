/** A download broke off, and may be continued. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const PASSING = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED']);

/** Whether trying again may help: after a broken connection, and not where there is no network, or no such server. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Interrupted) return true;
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code));
}
