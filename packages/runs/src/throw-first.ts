import { firstCause } from '@sprout/core';

/** Throws the error that made a command fail, without the errors of resources that could not be closed after it. */
export function throwFirst(error: unknown): never {
  throw firstCause(error);
}
