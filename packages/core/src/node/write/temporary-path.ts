import { join } from 'node:path';
import { processTag } from '../system/process-tag.ts';

let count = 0;
let tag: string | undefined;

/** A new hidden path in a folder, for a file that is not finished. The name contains the tag of this process. */
export function temporaryPath(folder: string): string {
  tag ??= processTag();
  return join(folder, `.sprout-${tag}-${count++}.tmp`);
}

/** The tag of the process that made a temporary file or folder. `undefined` for any other name. */
export function temporaryOwner(name: string): string | undefined {
  return /^\.sprout-([0-9a-f]{8}-\d+-[0-9a-f]{8})-\d+\.tmp$/.exec(name)?.[1];
}
