import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { systemCode } from './system-reason.ts';

/** The absolute path without links. Parts that do not exist, or that cannot be looked at, are left as they are. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const absolute = resolve(path);
    const parent = dirname(absolute);
    if (systemCode(error) === undefined || parent === absolute) throw error;
    return join(await realPath(parent), basename(absolute));
  }
}
