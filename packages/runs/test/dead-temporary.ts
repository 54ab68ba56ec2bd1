import { writeFolder } from '@sprout/core';
import { basename, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** The name of a temporary file that a process of this machine left behind when it ended. */
export async function deadTemporary(): Promise<string> {
  await using folder = await temporaryFolder();
  let own = '';
  await writeFolder(join(folder.path, 'any'), {
    fill: async (temporary) => void (own = basename(temporary)),
    last: 'none',
  });
  return own.replace(`-${process.pid}-`, `-${2 ** 22 + 1}-`); // above the largest process number of Linux
}
