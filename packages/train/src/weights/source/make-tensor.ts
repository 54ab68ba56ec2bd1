import { type ByteSource, shapeText } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { NUMBER_BYTES, type NumberType } from './number-type.ts';
import { toFloat32 } from './to-float32.ts';

/** A tensor as a file stores it. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: NumberType;
  readonly bigEndian?: boolean;
  /** Row-major, as many as the shape says. */
  readonly bytes: Uint8Array;
}

/**
 * The tensor with its numbers as floats.
 *
 * @throws {SproutError} `file-invalid` for a wrong number of bytes, or for numbers that are not finite.
 */
export function makeTensor(source: ByteSource, stored: StoredTensor): NamedTensor {
  const { name, shape, type, bigEndian = false, bytes } = stored;
  const count = checkedCount(source, { name, shape });
  const expected = count * NUMBER_BYTES[type];
  if (bytes.length !== expected) {
    throw source.invalid(
      `${name} (${type}, ${shapeText(shape)}) must have ${expected} bytes; it has ${bytes.length}`,
    );
  }
  source.claim(name, 4 * count);
  return checkFinite(source, { name, shape, data: toFloat32(bytes, { type, bigEndian }) });
}

/** @throws {SproutError} `file-invalid` for a shape with too many elements to count. */
export function checkedCount(
  source: ByteSource,
  { name, shape }: { readonly name: string; readonly shape: readonly number[] },
): number {
  const count = elementCount(shape);
  const isShape = shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (isShape && shape.length <= 32 && Number.isSafeInteger(8 * count)) return count;
  throw source.invalid(`${name} has the impossible shape ${shapeText(shape)}`);
}

/** @throws {SproutError} `file-invalid` for the first number that is NaN or infinite. */
export function checkFinite(source: ByteSource, tensor: NamedTensor): NamedTensor {
  const { name, data } = tensor;
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  for (let index = 0; index < bits.length; index++) {
    if ((bits[index]! & 0x7f800000) === 0x7f800000)
      throw source.invalid(`${name} has the value ${data[index]} at ${index}; it must be finite`);
  }
  return tensor;
}
