import { checkedCount, makeTensor } from '../source/make-tensor.ts';
import { type ByteSource, cursorOf } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { permute } from '../../tensor/permute.ts';
import { parseNpyHeader } from './npy-header.ts';

const MAGIC = '\u0093NUMPY';
const HEADER_LIMIT = 65_536;

/**
 * Reads the bytes of a `.npy` file, versions 1 to 3. Fortran order becomes row-major.
 *
 * @throws {SproutError} `file-invalid`
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readArray(source: ByteSource, name: string, bytes: Uint8Array): NamedTensor {
  const cursor = cursorOf(source, bytes, { what: name });
  const magic = String.fromCharCode(...cursor.take(MAGIC.length));
  if (magic !== MAGIC) throw source.invalid(`${name} is not an array of NumPy`);
  const version = cursor.u8();
  cursor.u8(); // the minor version
  if (version < 1 || version > 3)
    throw source.invalid(`${name} has version ${version} of the format`);
  const length = version === 1 ? cursor.u16() : cursor.u32();
  if (length > HEADER_LIMIT)
    throw source.invalid(`${name} has a header of ${length} bytes; the limit is ${HEADER_LIMIT}`);
  const header = parseNpyHeader(source, name, cursor.text(length));
  const { type, bigEndian, fortranOrder, shape } = header;
  checkedCount(source, { name, shape });
  const data = cursor.take(cursor.left());
  if (!fortranOrder || shape.length < 2)
    return makeTensor(source, { name, shape, type, bigEndian, bytes: data });
  const reversed = makeTensor(source, {
    name,
    shape: shape.toReversed(),
    type,
    bigEndian,
    bytes: data,
  });
  source.claim(name, reversed.data.byteLength);
  return permute(
    reversed,
    shape.map((_, axis) => shape.length - 1 - axis),
  );
}
