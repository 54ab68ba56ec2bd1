import { type ByteSource, cursorOf } from '@sprout/core';
import type { NumberType } from '../source/number-type.ts';
import type { Hdf5Datatype } from './hdf5-object.ts';

/** The classes of datatypes, by number. */
const CLASSES =
  'integer,float,time,text,bits,opaque,compound,reference,enumeration,variable length,array'.split(
    ',',
  );
/** Bits of the exponent and of the mantissa of a float. */
const FLOATS: ReadonlyMap<string, NumberType> = new Map([
  ['2 5 10', 'f16'],
  ['2 8 7', 'bf16'],
  ['4 8 23', 'f32'],
  ['8 11 52', 'f64'],
]);
const INTEGERS: ReadonlyMap<string, NumberType> = new Map([
  ['1 signed', 'i8'],
  ['1', 'u8'],
  ['2 signed', 'i16'],
  ['2', 'u16'],
  ['4 signed', 'i32'],
  ['4', 'u32'],
  ['8 signed', 'i64'],
  ['8', 'u64'],
]);

/**
 * Reads a datatype. Those that are neither numbers nor texts have the kind `other`.
 *
 * @throws {SproutError} `file-invalid`
 */
export function readDatatype(source: ByteSource, body: Uint8Array, what: string): Hdf5Datatype {
  const cursor = cursorOf(source, body, { what });
  const kind = cursor.u8() & 15;
  const flags = cursor.u8();
  cursor.take(2);
  const size = cursor.u32();
  const bigEndian = (flags & 1) !== 0;
  const other: Hdf5Datatype = { kind: 'other', size, name: CLASSES[kind] ?? `class ${kind}` };
  if (kind === 3) return { kind: 'text', size };
  if (kind === 5) return { kind: 'opaque', size };
  if (kind === 9 && (flags & 15) === 1) return { kind: 'text-elsewhere', size };
  if (kind === 0) {
    const [offset, bits] = [cursor.u16(), cursor.u16()];
    const type = INTEGERS.get(`${size}${(flags & 8) === 0 ? '' : ' signed'}`);
    const isWhole = offset === 0 && bits === 8 * size;
    return type !== undefined && isWhole ? { kind: 'number', size, type, bigEndian } : other;
  }
  if (kind === 1) {
    cursor.take(5); // offset, bits, position of the exponent
    const exponent = cursor.u8();
    cursor.take(1);
    const type = FLOATS.get(`${size} ${exponent} ${cursor.u8()}`);
    return type === undefined ? other : { kind: 'number', size, type, bigEndian };
  }
  if (kind === 8 && size === 1) return { kind: 'number', size, type: 'bool', bigEndian };
  return other;
}
