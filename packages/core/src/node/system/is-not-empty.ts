import { systemCode } from './system-reason.ts';

const NOT_EMPTY = new Set(['EEXIST', 'ENOTEMPTY']);

/** Whether a folder could not be renamed because the new name is that of a folder with files. */
export function isNotEmpty(error: unknown): boolean {
  return NOT_EMPTY.has(systemCode(error) ?? '');
}
