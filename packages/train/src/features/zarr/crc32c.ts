/** Castagnoli's polynomial, with its bits reversed. */
const POLYNOMIAL = 0x82f63b78;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
  return value;
});

/** The CRC-32C of bytes, as iSCSI and Zarr use it (RFC 3720, appendix B.4). */
export function crc32c(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at++)
    value = (value >>> 8) ^ TABLE[(value ^ bytes[at]!) & 0xff]!;
  return (value ^ 0xffffffff) >>> 0;
}

const BYTES = 4;

/** The bytes followed by their checksum: the codec `crc32c` of Zarr. */
export function withChecksum(bytes: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(bytes.length + BYTES);
  sealed.set(bytes);
  new DataView(sealed.buffer).setUint32(bytes.length, crc32c(bytes), true);
  return sealed;
}

/** The bytes before a checksum; `undefined` unless it is theirs. */
export function withoutChecksum(sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < BYTES) return undefined;
  const bytes = sealed.subarray(0, -BYTES);
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  return view.getUint32(bytes.length, true) === crc32c(bytes) ? bytes : undefined;
}
