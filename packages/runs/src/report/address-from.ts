import { dirname, relative, resolve, sep } from 'node:path';

/** The address of a file relative to a page; with `./` in front, so that no name is read as a scheme. */
export function addressFrom(page: string, path: string): string {
  const way = relative(dirname(resolve(page)), resolve(path));
  return `./${way.split(sep).map(encodeURIComponent).join('/')}`;
}
