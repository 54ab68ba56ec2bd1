import type { ByteSource } from '@sprout/core';
import type { NumberType } from '../source/number-type.ts';

/** The header of a `.npy` file. */
export interface NpyHeader {
  readonly type: NumberType;
  readonly bigEndian: boolean;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

const TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['f2', 'f16'],
  ['f4', 'f32'],
  ['f8', 'f64'],
  ['i1', 'i8'],
  ['u1', 'u8'],
  ['i2', 'i16'],
  ['u2', 'u16'],
  ['i4', 'i32'],
  ['u4', 'u32'],
  ['i8', 'i64'],
  ['u8', 'u64'],
  ['b1', 'bool'],
]);

/** The keys in the order in which NumPy writes them; the old files of Python 2 have sizes such as `3L`. */
const HEADER =
  /^\{'descr': ('[^'\\]*'|\[.*\]), 'fortran_order': (True|False), 'shape': \(((?:\d{1,16}L?(?:, ?|,?(?=\))))*)\),? *\} *\n?$/;

/**
 * Parses the dictionary of a `.npy` header: the form that NumPy writes, and no other Python.
 *
 * @throws {SproutError} `file-invalid`, also for arrays of objects, records, texts and complex numbers.
 */
export function parseNpyHeader(source: ByteSource, name: string, text: string): NpyHeader {
  const [, descr, order, sizes] = HEADER.exec(text) ?? [];
  if (descr === undefined || sizes === undefined)
    throw source.invalid(`${name} has a header that NumPy does not write: ${text.slice(0, 100)}`);
  const [, endian, kind] = /^'([<>|=])([a-zA-Z]\d*)'$/.exec(descr) ?? [];
  if (kind === 'O')
    throw source.invalid(`${name} is an array of Python objects, which are refused`);
  const type = TYPES.get(kind ?? '');
  if (type === undefined)
    throw source.invalid(`${name} has the type ${descr.slice(0, 100)}, which is not read`);
  const shape = sizes.match(/\d+/g)?.map(Number) ?? [];
  return { type, bigEndian: endian === '>', fortranOrder: order === 'True', shape };
}
