import { folderName } from '@sprout/core';

/**
 * Names the folder of each class, as `folderName`. Names that differ only in case or in their Unicode form are numbered, because some
 * file systems do not distinguish them: `Maize`, `maize-2`. No class gets the name of another one.
 *
 * @param classes The class map. Other names get their folders when they are first used.
 */
export function classFolders(classes: readonly string[]): (label: string) => string {
  const plain = new Set(classes.map((name) => folded(folderName(name))));
  const taken = new Set<string>();
  const folders = new Map<string, string>();
  const folderOf = (label: string): string => {
    const known = folders.get(label);
    if (known !== undefined) return known;
    const name = folderName(label);
    let folder = name;
    let number = 1;
    while (taken.has(folded(folder)) || (number > 1 && plain.has(folded(folder))))
      folder = `${name}-${++number}`;
    taken.add(folded(folder));
    folders.set(label, folder);
    return folder;
  };
  for (const name of classes) folderOf(name);
  return folderOf;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
