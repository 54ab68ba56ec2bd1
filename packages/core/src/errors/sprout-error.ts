import type { ErrorCode, ErrorContexts } from './error-contexts.ts';
import { visibleText } from '../text/visible-text.ts';
import { EXPLAIN } from './explain.ts';

/** The error that Sprout throws on purpose: a code, its context, and a message made of both. */
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

/**
 * The context with control characters in names made visible. `reason` and `first` are Sprout's own text and may have
 * several lines.
 */
function visible<T extends object>(context: T): T {
  const entries = Object.entries(context).map(([key, value]: [string, unknown]) => {
    const isName = typeof value === 'string' && key !== 'reason' && key !== 'first';
    return [key, isName ? visibleText(value) : value];
  });
  return Object.fromEntries(entries) as T; // the same keys, strings for strings
}

/** A `SproutError` of any code; a `switch` on `code` narrows the type of `context`. */
export type AnySproutError = { [C in ErrorCode]: SproutError<C> }[ErrorCode];

/** Whether a thrown value is a `SproutError`, and has the given code if one is given. */
export function isSproutError(error: unknown): error is AnySproutError;
export function isSproutError<C extends ErrorCode>(
  error: unknown,
  code: C,
): error is SproutError<C>;
export function isSproutError(error: unknown, code?: ErrorCode): boolean {
  return error instanceof SproutError && (code === undefined || error.code === code);
}
