import type { ErrorCode, ErrorContexts } from './error-contexts.ts';
import { visibleText } from '../text/visible-text.ts';
import { EXPLAIN } from './explain.ts';

/** The one error that Sprout throws on purpose: a code, what the code carries, and a sentence made of both. */
export class SproutError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'SproutError';
  readonly code: C;
  readonly context: ErrorContexts[C];

  constructor(code: C, context: ErrorContexts[C], options?: ErrorOptions) {
    super(EXPLAIN[code](visible(context)), options);
    this.code = code;
    this.context = context;
  }
}

/** A context whose names from outside can do no harm in a message. What is text of our own may have several lines. */
function visible<T extends object>(context: T): T {
  const entries = Object.entries(context).map(([key, value]: [string, unknown]) => {
    const isName = typeof value === 'string' && key !== 'reason' && key !== 'first';
    return [key, isName ? visibleText(value) : value];
  });
  return Object.fromEntries(entries) as T; // the same keys, strings for strings
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
