import type { Dataset } from '@sprout/core';
import { basename, resolve } from 'node:path';

/**
 * A function from a path, as people write it in tables, to the id of a sample. The path may be relative to the folder of the data
 * set or begin with that folder, and have `./` in front, doubled or backward slashes. A path of no sample is returned as it is.
 */
export function idsByPath({ folder, samples }: Dataset): (path: string) => string {
  const ids = new Set(Array.from(samples, ({ id }) => id));
  const prefixes = [folder, basename(resolve(folder)), resolve(folder)].map(
    (prefix) => `${withSlashes(prefix).replace(/\/$/, '')}/`,
  );
  return (path) => {
    if (ids.has(path)) return path;
    const plain = withSlashes(path);
    const inner = prefixes
      .filter((prefix) => plain.startsWith(prefix))
      .map((prefix) => plain.slice(prefix.length));
    return [plain, ...inner].find((id) => ids.has(id)) ?? path;
  };
}

/** A path with `/` between its parts, without `.` and empty parts. */
function withSlashes(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const isAbsolute = parts[0] === '';
  const named = parts.filter((part) => part !== '' && part !== '.');
  return (isAbsolute ? '/' : '') + named.join('/');
}
