import { basename, extname } from 'node:path';

/** A name for the pictures of each path: its file name without the extension, and a number where names repeat. Case does not tell names apart. */
export function fileStems(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const plain = basename(path, extname(path));
    let stem = plain;
    for (let number = 2; taken.has(stem.toLowerCase()); number++) stem = `${plain}-${number}`;
    taken.add(stem.toLowerCase());
    return stem;
  });
}
