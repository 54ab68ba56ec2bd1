import { textOf } from './text-of.ts';
import type { ByteSource } from './byte-source.ts';

/** Reads little-endian numbers one after the other. Every method throws `file-invalid` at the end of the bytes. */
export interface Cursor {
  /** The position of the next byte. */
  readonly at: () => number;
  readonly left: () => number;
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u32: () => number;
  /** A number above 2^53 is refused. */
  readonly u64: () => number;
  /** A view of the bytes, not a copy. */
  readonly take: (count: number) => Uint8Array;
  readonly text: (count: number) => string;
}

export interface CursorOptions {
  /** The position of the first byte to read; 0 by default. */
  readonly at?: number;
  /** Names the part of the file in errors. */
  readonly what: string;
}

/** A cursor over `bytes`, which may be part of the file. They are not copied. */
export function cursorOf(
  source: Pick<ByteSource, 'invalid'>,
  bytes: Uint8Array,
  { at: start = 0, what }: CursorOptions,
): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let next = start;
  const pass = (count: number): number => {
    const at = next;
    if (!(at >= 0 && count >= 0 && at + count <= bytes.length))
      throw source.invalid(`${what} ends early: ${count} bytes at ${at}, of ${bytes.length}`);
    next += count;
    return at;
  };
  const take = (count: number): Uint8Array => {
    const at = pass(count);
    return bytes.subarray(at, at + count);
  };
  return {
    at: () => next,
    left: () => bytes.length - next,
    u8: () => view.getUint8(pass(1)),
    u16: () => view.getUint16(pass(2), true),
    u32: () => view.getUint32(pass(4), true),
    u64: () => {
      const value = Number(view.getBigUint64(pass(8), true));
      if (Number.isSafeInteger(value)) return value;
      throw source.invalid(`${what} has the number ${value}`);
    },
    take,
    text: (count) => {
      const text = textOf(take(count));
      if (text === undefined) throw source.invalid(`${what} has text that is not UTF-8`);
      return text;
    },
  };
}
