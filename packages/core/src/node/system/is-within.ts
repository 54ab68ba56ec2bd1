import { sep } from 'node:path';

/** Whether an absolute path is a folder or lies below it. Neither path is looked up: links have to be resolved before. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
