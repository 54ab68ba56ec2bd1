import { SproutError } from '@sprout/core';

/** The error for a model whose scores are not finite. */
export function scoresNotFinite(folder: string): SproutError<'file-invalid'> {
  const reason = 'its scores are not finite: its weights or its normalisation are out of range';
  return new SproutError('file-invalid', { file: folder, reason });
}
