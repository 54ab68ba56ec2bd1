import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareCodePoints, SproutError, systemReason } from '@sprout/core';
import { type Subset, subsetRange } from './subset-range.ts';

/** The ends of the names of files that Keras takes for images. They need no dot before them. */
const EXTENSIONS = ['png', 'jpg', 'jpeg', 'bmp', 'ppm', 'tif', 'tiff'];

/** Whether Keras takes a file for an image. */
export function hasKerasExtension(name: string): boolean {
  const lower = name.toLowerCase();
  return EXTENSIONS.some((extension) => lower.endsWith(extension));
}

/** The names of the folders in a folder, also hidden ones, in code-point order. @throws {SproutError} `folder-unreadable`. */
export async function classFolders(folder: string): Promise<string[]> {
  const names = (await entriesOf(folder)).map(({ name }) => name).toSorted(compareCodePoints);
  const isFolder = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.isDirectory()),
  );
  return names.filter((_, at) => isFolder[at] === true);
}

interface ListOptions {
  readonly subset: Subset | undefined;
  readonly validationSplit: number;
  readonly followLinks: boolean;
}

/**
 * The image files at any depth in the folder of a class, as Keras lists them: folder after folder in the order of their paths, and
 * by name within each; of these the part for the subset.
 *
 * @returns Paths from `folder` on, with `/`. None if the class has no folder.
 */
export async function classFiles(
  folder: string,
  className: string,
  { followLinks, ...subset }: ListOptions,
): Promise<string[]> {
  const top = join(folder, className);
  const folders = new Map<string, readonly string[]>();
  await walk(top, followLinks, folders);
  const files = [...folders]
    .toSorted(([one], [other]) => compareCodePoints(one, other))
    .flatMap(([path, names]) =>
      names
        .filter(hasKerasExtension)
        .toSorted(compareCodePoints)
        .map((name) => relative(folder, join(path, name)).split(sep).join('/')),
    );
  const { start, stop } = subsetRange(files.length, subset);
  return files.slice(start, stop);
}

/** Collects the names of the files of each folder; folders that cannot be read are left out, as `os.walk` does it. */
async function walk(
  path: string,
  followLinks: boolean,
  folders: Map<string, readonly string[]>,
): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
  const inside: string[] = [];
  const files: string[] = [];
  for (const entry of entries) {
    const at = join(path, entry.name);
    const isLink = entry.isSymbolicLink();
    const isFolder = isLink
      ? ((await stat(at).catch(() => null))?.isDirectory() ?? false)
      : entry.isDirectory();
    if (!isFolder) files.push(entry.name);
    else if (!isLink || followLinks) inside.push(at);
  }
  folders.set(path, files);
  for (const at of inside) await walk(at, followLinks, folders);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const reason = systemReason(error);
    throw new SproutError('folder-unreadable', { folder, reason }, { cause: error });
  }
}
