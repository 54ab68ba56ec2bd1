import { fileURLToPath } from 'node:url';

/**
 * The path of a worker file that stands beside the calling module: `.ts` when the caller runs from source,
 * `.js` when it was built. A worker inherits its parent's flags, so sources need no more than that.
 */
export function workerEntry(name: string, importMetaUrl: string): string {
  const extension = /\.ts(\?|$)/.test(importMetaUrl) ? '.ts' : '.js';
  return fileURLToPath(new URL(name + extension, importMetaUrl));
}
