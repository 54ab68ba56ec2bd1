import { firstCause } from '@sprout/core';

/** Throws the error that made a command fail, where resources that the command held failed to close after that. */
export function throwFirst(error: unknown): never {
  throw firstCause(error);
}
