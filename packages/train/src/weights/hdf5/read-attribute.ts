import { type Cursor, cursorOf, textOf } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import { globalHeap } from './global-heap.ts';
import type { Hdf5Datatype } from './hdf5-object.ts';
import { readDatatype } from './read-datatype.ts';
import { readShape } from './read-shape.ts';
import type { Hdf5Source } from './hdf5-source.ts';

/** An attribute with its texts, which are `undefined` for an attribute of numbers. */
export interface Hdf5Attribute {
  readonly name: string;
  readonly texts: readonly string[] | undefined;
}

/**
 * Reads an attribute message, versions 1 to 3.
 *
 * @throws {SproutError} `file-invalid`
 */
export function readAttribute(source: Hdf5Source, body: Uint8Array): Hdf5Attribute {
  const cursor = cursorOf(source, body, { what: 'an attribute' });
  const version = cursor.u8();
  if (version < 1 || version > 3) throw source.invalid(`it has an attribute of version ${version}`);
  const flags = cursor.u8();
  if (version > 1 && flags !== 0) throw source.invalid('it has an attribute with a shared type');
  const [nameSize, typeSize, shapeSize] = [cursor.u16(), cursor.u16(), cursor.u16()];
  if (version === 3) cursor.take(1);
  const part = (size: number): Uint8Array =>
    cursor.take(version === 1 ? Math.ceil(size / 8) * 8 : size).subarray(0, size);
  const name = textOfField(source, part(nameSize), 'the name of an attribute');
  const what = `the attribute ${name}`;
  const datatype = readDatatype(source, part(typeSize), what);
  const shape = readShape(source, part(shapeSize), what);
  return { name, texts: readTexts(source, cursor, { datatype, count: elementCount(shape), what }) };
}

interface Texts {
  readonly datatype: Hdf5Datatype;
  readonly count: number;
  readonly what: string;
}

function readTexts(
  source: Hdf5Source,
  cursor: Cursor,
  { datatype, count, what }: Texts,
): readonly string[] | undefined {
  const { kind, size } = datatype;
  if (count === 0) return [];
  if (kind !== 'text' && kind !== 'text-elsewhere') return undefined;
  if (size < 1 || count * size > cursor.left())
    throw source.invalid(`${what} has ${count} texts of ${size} bytes in ${cursor.left()} bytes`);
  return Array.from({ length: count }, () => {
    const bytes = cursor.take(size);
    return textOfField(source, kind === 'text' ? bytes : elsewhere(source, bytes, what), what);
  });
}

/** A text in a field of fixed size, up to the first zero. */
function textOfField(source: Hdf5Source, bytes: Uint8Array, what: string): string {
  const end = bytes.indexOf(0);
  const text = textOf(end < 0 ? bytes : bytes.subarray(0, end));
  if (text === undefined) throw source.invalid(`${what} is not UTF-8`);
  return text;
}

/** The bytes of a text of variable length: they are in a global heap, under a number. */
function elsewhere(source: Hdf5Source, reference: Uint8Array, what: string): Uint8Array {
  const cursor = cursorOf(source, reference, { what });
  const length = cursor.u32();
  if (length === 0) return new Uint8Array(0);
  const [address, number] = [cursor.u64(), cursor.u32()];
  const text = globalHeap(source, address).get(number);
  if (text !== undefined && length <= text.length) return text.subarray(0, length);
  throw source.invalid(`${what} refers to the text ${number} at ${address}, which is missing`);
}
