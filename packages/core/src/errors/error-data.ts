import type { ErrorCode, ErrorContexts } from './error-contexts.ts';
import { isSproutError, SproutError } from './sprout-error.ts';

/** An error as plain data: what survives a thread boundary, a file or a report. */
export type ErrorData =
  | { [C in ErrorCode]: { readonly code: C; readonly context: ErrorContexts[C] } }[ErrorCode]
  | { readonly code: 'bug'; readonly message: string; readonly stack: string };

/** Turns anything thrown into data. Errors that are not ours become `bug`s and keep their stack. */
export function toErrorData(error: unknown): ErrorData {
  if (isSproutError(error)) {
    return { code: error.code, context: error.context } as ErrorData; // code and context belong together by construction
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { code: 'bug', message, stack };
}

/** The inverse of `toErrorData`: an error to throw again on this side. */
export function fromErrorData(data: ErrorData): Error {
  if (data.code !== 'bug') return new SproutError(data.code, data.context);
  const error = new Error(data.message);
  error.stack = data.stack;
  return error;
}
