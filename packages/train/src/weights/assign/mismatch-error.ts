import { SproutError } from '@sprout/core';

const MOST = 10;

/** The error for weights that do not match: how many, and the first ten of them. */
export function mismatchError(file: string, mismatches: readonly string[]): SproutError {
  const count = mismatches.length;
  const more = count > MOST ? `; and ${count - MOST} more` : '';
  const reason = `${count} ${count === 1 ? 'weight does' : 'weights do'} not match the model: ${mismatches
    .slice(0, MOST)
    .join('; ')}${more}`;
  return new SproutError('file-invalid', { file, reason });
}
