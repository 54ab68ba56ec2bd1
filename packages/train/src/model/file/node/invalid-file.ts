import { SproutError } from '@sprout/core';

/** The error for a file of a model that is damaged or has another format. */
export function invalidFile(file: string, reason: string, cause?: unknown): SproutError {
  return new SproutError('file-invalid', { file, reason }, { cause });
}
