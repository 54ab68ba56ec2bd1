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

/** A `SproutError` of any code: a `switch` on its `code` tells what its `context` holds. */
export type AnySproutError = { [C in ErrorCode]: SproutError<C> }[ErrorCode];

/** Whether a thrown value is a `SproutError`, of the given code when one is named. */
export function isSproutError(error: unknown): error is AnySproutError;
export function isSproutError<C extends ErrorCode>(
  error: unknown,
  code: C,
): error is SproutError<C>;
export function isSproutError(error: unknown, code?: ErrorCode): boolean {
  return error instanceof SproutError && (code === undefined || error.code === code);
}
