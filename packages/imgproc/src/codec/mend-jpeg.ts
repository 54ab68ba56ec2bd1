import { jpegOddities } from './headers/jpeg-oddities.ts';

/**
 * A JPEG file without the oddities before its first scan, so that a strict decoder reads it: to such a decoder they are
 * as bad as damage in the scan. The bytes themselves where there are none.
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
