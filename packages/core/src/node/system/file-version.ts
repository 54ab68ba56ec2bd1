import { stat } from 'node:fs/promises';

/** Which version of a file it is: what changes when it is written. */
export interface FileVersion {
  readonly bytes: bigint;
  /** Modification time, nanoseconds. */
  readonly modified: bigint;
}

/** The version of a file as it is now; `undefined` where it cannot be looked at. */
export async function fileVersion(path: string): Promise<FileVersion | undefined> {
  try {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    return { bytes: size, modified: mtimeNs };
  } catch {
    return undefined; // whoever reads it will say why
  }
}
