import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImageHeader } from './headers/image-header.ts';
import { sniff } from './sniff.ts';

/** Most headers are in the first bytes; a photograph with a thumbnail and maker notes has a longer one. */
const LENGTHS = [2 ** 14, 2 ** 18, 2 ** 21];

/**
 * Reads the header of an image file, and of the file only as many bytes as that needs, at most 2 MB.
 *
 * @returns `undefined` as `sniff`, for a longer header, and where the file cannot be read.
 */
export async function sniffFile(file: string): Promise<ImageHeader | undefined> {
  try {
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile()) return undefined;
    for (const length of LENGTHS) {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
      const header = sniff(buffer.subarray(0, bytesRead));
      if (header !== undefined || bytesRead < length) return header;
    }
    return undefined;
  } catch {
    return undefined;
  }
}
