import type { Machine } from './machine.ts';

/** Python's longs have no limit; a state dictionary has sizes, counts, and the ten bytes of a magic number. */
const LONGEST = 16;
const LONGEST_NAME = 200;

export function readInt({ cursor }: Machine): number {
  return cursor.u32() | 0;
}

/** A double, which pickles store big-endian. */
export function readFloat({ cursor }: Machine): number {
  const bytes = cursor.take(8);
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
}

/** A long of this many bytes, in two's complement; rounded to a double. */
export function readLong({ cursor, invalid }: Machine, length: number): number {
  if (length > LONGEST)
    throw invalid(`its pickle has an integer of ${length} bytes; the limit is ${LONGEST}`);
  let value = 0n;
  for (const byte of cursor.take(length).toReversed()) value = (value << 8n) | BigInt(byte);
  return Number(BigInt.asIntN(8 * Math.max(1, length), value));
}

/** Text up to the end of the line. */
export function readLine({ cursor, invalid }: Machine): string {
  let line = '';
  for (;;) {
    const byte = cursor.u8();
    if (byte === 0x0a) return line;
    line += String.fromCharCode(byte);
    if (line.length > LONGEST_NAME) throw invalid(`its pickle imports a name that begins ${line}`);
  }
}
