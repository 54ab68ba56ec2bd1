import { fileURLToPath } from 'node:url';

/**
 * The path of a worker file beside the calling module: `.ts` when the caller runs from its source, `.js` when it was
 * built. A worker inherits the flags of its parent, so that it can run sources too.
 */
export function workerEntry(name: string, importMetaUrl: string): string {
  const extension = /\.ts(\?|$)/.test(importMetaUrl) ? '.ts' : '.js';
  return fileURLToPath(new URL(name + extension, importMetaUrl));
}
