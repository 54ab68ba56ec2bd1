import { jpegOddities } from './headers/jpeg-oddities.ts';

/**
 * Replaces the oddities before the first scan of a JPEG file, because a strict decoder refuses them as it refuses damage in the
 * scan. Returns the given bytes if the file has none.
 */
export function mendJpeg(bytes: Uint8Array): Uint8Array {
  const oddities = jpegOddities(bytes);
  if (oddities.length === 0) return bytes;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { at, count, by } of oddities) {
    parts.push(bytes.subarray(from, at), Uint8Array.from(by));
    from = at + count;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
