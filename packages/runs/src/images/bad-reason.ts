import { fromErrorData, type LentImages } from '@sprout/core';

/** The reason why the first bad image cannot be used. `undefined` if no image is bad. */
export function badReason({ bad: [failure] }: Pick<LentImages, 'bad'>): string | undefined {
  return failure && fromErrorData(failure.error).message;
}
