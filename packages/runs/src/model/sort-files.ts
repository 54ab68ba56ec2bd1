import { claimFolder, makeFolder, writeAtomic } from '@sprout/core';
import { readFile, readlink, rm, symlink } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { classFolders } from './class-folders.ts';

export interface SortFilesOptions {
  /** All that determines the contents of the folder, as text. */
  readonly purpose: string;
  /** Whether files are linked, not copied. */
  readonly link: boolean;
  /** The classes of the model, which get their folders first. */
  readonly classes: readonly string[];
}

/** Puts a file into the sub-folder of its class. Returns the new path. */
export type FileSorter = (path: string, label: string) => Promise<string>;

/**
 * Claims a folder for files that are sorted by class. Files of the same name are numbered, in the order in which they come: `a.png`,
 * `a-2.png`; so are the folders of classes with the same name, see `classFolders`. The same files in the same order can be sorted into the folder again.
 *
 * @throws {SproutError} `folder-occupied`, `file-unwritable`
 */
export async function sortFiles(
  folder: string,
  { purpose, link, classes }: SortFilesOptions,
): Promise<FileSorter> {
  const others = 'files that were sorted by another model or with other options';
  await claimFolder(folder, { file: '.sprout-sorted.json', purpose, others });
  const folderOf = classFolders(classes);
  const taken = new Set<string>();
  return async (path, label) => {
    const target = freePath(join(folder, folderOf(label)), basename(path), taken);
    await makeFolder(dirname(target));
    if (link) await linkTo(resolve(path), target);
    else await writeAtomic(target, await readFile(path));
    return target;
  };
}

/** The first of `a.png`, `a-2.png`, `a-3.png` that is not taken, whatever the case of its letters. */
function freePath(folder: string, name: string, taken: Set<string>): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number++) {
    const target = join(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    const key = target.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return target;
  }
}

async function linkTo(path: string, target: string): Promise<void> {
  const before = await readlink(target).catch(() => undefined);
  if (before === path) return;
  await rm(target, { force: true });
  await symlink(path, target);
}
