import { closeSync, constants, existsSync, fstatSync, openSync } from 'node:fs';

/**
 * Lends a path without special characters to a regular file of `size` bytes, until `use` is done. It leads to the same file if
 * another one takes the name. Only Linux has such paths.
 *
 * @returns `undefined`, without calling `use`, if there is no such file or no such path.
 */
export async function withFilePath<T>(
  { file, size }: { readonly file: string; readonly size: number },
  use: (path: string) => Promise<T>,
): Promise<T | undefined> {
  const descriptor = openOrNothing(file);
  if (descriptor === undefined) return undefined;
  try {
    const path = `/proc/self/fd/${descriptor}`;
    const status = fstatSync(descriptor);
    if (!status.isFile() || status.size !== size || !existsSync(path)) return undefined;
    return await use(path);
  } finally {
    closeSync(descriptor);
  }
}

function openOrNothing(file: string): number | undefined {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
