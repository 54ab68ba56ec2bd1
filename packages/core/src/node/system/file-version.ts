import { stat } from 'node:fs/promises';

/** Numbers of a file that change when it is written or replaced. */
export interface FileVersion {
  readonly bytes: bigint;
  /** The modification time in nanoseconds. Programs can set it. */
  readonly modified: bigint;
  /** The time of the last change of the content or of the attributes, in nanoseconds. Programs cannot set it. */
  readonly changed: bigint;
  /** The number of the file in its file system. */
  readonly inode: bigint;
}

/** The present version of a file. `undefined` when it cannot be read, because the file does not exist for example. */
export async function fileVersion(path: string): Promise<FileVersion | undefined> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    return { bytes: size, modified: mtimeNs, changed: ctimeNs, inode: ino };
  } catch {
    return undefined; // reading the file will fail, and report why
  }
}

/** Whether two versions are equal in everything. */
export function isSameVersion(a: FileVersion, b: FileVersion): boolean {
  return a.changed === b.changed && hasSameContent(a, b);
}

/** Whether two versions have the same content as far as the numbers tell. Another name or permission is no other content. */
export function hasSameContent(a: FileVersion, b: FileVersion): boolean {
  return a.bytes === b.bytes && a.modified === b.modified && a.inode === b.inode;
}
