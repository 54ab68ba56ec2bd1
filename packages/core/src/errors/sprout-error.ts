import type { ErrorCode, ErrorContexts } from './error-contexts.ts';
import { EXPLAIN } from './explain.ts';

/** The one error that Sprout throws on purpose: a code, what the code carries, and a sentence made of both. */
export class SproutError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'SproutError';
  readonly code: C;
  readonly context: ErrorContexts[C];

  constructor(code: C, context: ErrorContexts[C], options?: ErrorOptions) {
    super(EXPLAIN[code](context), options);
    this.code = code;
    this.context = context;
  }
}

/** Whether a thrown value is a `SproutError`, of the given code when one is named. */
export function isSproutError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is SproutError<C> {
  return error instanceof SproutError && (code === undefined || error.code === code);
}
