import type { ErrorCode, ErrorContexts } from './error-contexts.ts';
import { isSproutError, SproutError } from './sprout-error.ts';

/** An error as plain data, which can be sent to another thread or written to a file. */
export type ErrorData =
  | { [C in ErrorCode]: { readonly code: C; readonly context: ErrorContexts[C] } }[ErrorCode]
  | { readonly code: 'bug'; readonly message: string; readonly stack: string };

/** Turns any thrown value into data. A value that is not a `SproutError` becomes a `bug` and keeps its stack. */
export function toErrorData(error: unknown): ErrorData {
  if (isSproutError(error)) {
    return { code: error.code, context: error.context } as ErrorData; // the constructor takes a code with its context
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { code: 'bug', message, stack };
}

/** The inverse of `toErrorData`. */
export function fromErrorData(data: ErrorData): Error {
  if (data.code !== 'bug') return new SproutError(data.code, data.context);
  const error = new Error(data.message);
  error.stack = data.stack;
  return error;
}
