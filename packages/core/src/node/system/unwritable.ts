import { SproutError } from '../../errors/sprout-error.ts';
import { systemCode, systemReason } from './system-reason.ts';

const SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * The error to throw when writing `file` failed: `file-unwritable` for an error of the operating system, any other
 * error unchanged.
 */
export function unwritable(file: string, error: unknown, bytes?: number): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const reason = code === 'ENOENT' ? 'its folder does not exist' : systemReason(error);
  const need = SPACE.has(code) && bytes !== undefined ? `; ${bytes} bytes are needed` : '';
  return new SproutError('file-unwritable', { file, reason: reason + need }, { cause: error });
}
