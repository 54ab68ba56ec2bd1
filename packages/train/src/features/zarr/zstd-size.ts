const MAGIC = 0xfd2fb528;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;

/**
 * The size that the header of a Zstandard frame states for its content, in bytes (RFC 8878, section 3.1.1.1).
 *
 * @returns `undefined` where it is not a frame, or states no size.
 */
export function zstdSize(frame: Uint8Array): number | undefined {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 6 || view.getUint32(0, true) !== MAGIC) return undefined;
  const descriptor = frame[4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + DICTIONARY_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3]; // two bits
  const form = descriptor >>> 6;
  const bytes = form === 0 ? Number(isSingle) : 1 << form;
  if (bytes === 0 || frame.length < at + bytes) return undefined;
  if (bytes === 1) return frame[at];
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}
