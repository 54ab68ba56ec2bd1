import Zstd from 'numcodecs/zstd';
import { withChecksum, withoutChecksum } from './crc32c.ts';
import { zstdSize } from './zstd-size.ts';

/** The level of compression. Higher levels save 2 % of released features, and take two to four times as long. */
export const ZSTD_LEVEL = 1;

const zstd = Zstd.fromConfig({ id: 'zstd', level: ZSTD_LEVEL });

/** Compresses a chunk and adds its checksum: the codecs `zstd` and `crc32c`. */
export async function encodeChunk(bytes: Uint8Array): Promise<Uint8Array> {
  return withChecksum(await zstd.encode(bytes));
}

/**
 * The bytes of a chunk. Nothing is allocated for a chunk that states another size than `size`.
 *
 * @returns The fault, as the end of a sentence, where the chunk is damaged.
 */
export async function decodeChunk(chunk: Uint8Array, size: number): Promise<Uint8Array | string> {
  const frame = withoutChecksum(chunk);
  if (frame === undefined) return 'the checksum of a chunk is wrong';
  const stated = zstdSize(frame);
  if (stated !== size)
    return `a chunk states ${stated ?? 'no size'} where ${size} bytes are expected`;
  try {
    return await zstd.decode(frame);
  } catch {
    return 'a chunk cannot be expanded';
  }
}
