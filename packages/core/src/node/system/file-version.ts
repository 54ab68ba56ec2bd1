import { stat } from 'node:fs/promises';

/** Size and modification time of a file, which change when it is written. */
export interface FileVersion {
  readonly bytes: bigint;
  /** The modification time in nanoseconds. */
  readonly modified: bigint;
}

/** The present version of a file. `undefined` when it cannot be read, because the file does not exist for example. */
export async function fileVersion(path: string): Promise<FileVersion | undefined> {
  try {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    return { bytes: size, modified: mtimeNs };
  } catch {
    return undefined; // reading the file will fail, and report why
  }
}
