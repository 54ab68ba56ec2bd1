import { processTag } from '../src/node/system/process-tag.ts';

/** The name of a temporary file that a process of this machine left behind when it ended. */
export function deadTemporary(): string {
  const [host = ''] = processTag().split('-');
  return `.sprout-${host}-${2 ** 22 + 1}-0000000a-3.tmp`; // above the largest process number of Linux
}
