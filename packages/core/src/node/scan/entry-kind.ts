import type { Dirent, Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { isWithin } from '../system/is-within.ts';
import { systemReason } from '../system/system-reason.ts';

/** The kind of an entry of a folder. */
export type EntryKind =
  | { readonly type: 'file' | 'folder' | 'linked-folder' }
  | {
      readonly type: 'refused';
      readonly reason: string;
      readonly unreachable?: true;
      /** Set for a link that leads out of the folder: what it leads to. */
      readonly outside?: 'file' | 'folder';
    };

export interface LinkRule {
  /** The folder that links may not leave, with links resolved. */
  readonly root: string;
  /** Whether links may lead anywhere; `root` is then not used. */
  readonly followOutside: boolean;
}

const FILE: EntryKind = { type: 'file' };
const FOLDER: EntryKind = { type: 'folder' };

/** The kind of an entry, found without opening the file. Links are followed as far as the rule allows. */
export async function entryKind(path: string, entry: Dirent, rule: LinkRule): Promise<EntryKind> {
  if (entry.name.includes('\ufffd') && !(await exists(path))) {
    return { type: 'refused', reason: 'its name is not valid UTF-8', unreachable: true };
  }
  return entry.isSymbolicLink() ? await linkKind(path, rule) : plainKind(entry);
}

function plainKind(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return FILE;
  if (entry.isDirectory()) return FOLDER;
  const what = entry.isFIFO() ? 'a FIFO' : entry.isSocket() ? 'a socket' : 'a device';
  return { type: 'refused', reason: `${what}, not a regular file` };
}

async function linkKind(path: string, { root, followOutside }: LinkRule): Promise<EntryKind> {
  try {
    const target = await realpath(path);
    const kind = plainKind(await stat(target));
    if (!followOutside && !isWithin(target, root) && kind.type !== 'refused') {
      const outside = kind.type === 'file' ? 'file' : 'folder';
      return { type: 'refused', reason: 'a link that leads out of the folder', outside };
    }
    return kind.type === 'folder' ? { type: 'linked-folder' } : kind;
  } catch (error) {
    const reason = `a link that cannot be followed: ${systemReason(error)}`;
    return { type: 'refused', reason, unreachable: true };
  }
}

/** Node replaces bytes of a name that are not UTF-8 by U+FFFD; no file is found under the changed name. */
async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
