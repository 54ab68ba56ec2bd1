import { isSproutError, toErrorData } from '@sprout/core';
import type { Outcome } from '../task/task.ts';

/** The outcome of an image that failed. An error that no image caused is thrown again. */
export function outcomeOf(error: unknown): Outcome {
  if (isSproutError(error) && error.code.startsWith('image')) {
    return { kind: 'bad', error: toErrorData(error) };
  }
  throw error;
}
