import { type ByteSource, shapeText } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { gather } from '../../tensor/gather.ts';
import { checkedCount, checkFinite, makeTensor } from '../source/make-tensor.ts';
import { NUMBER_BYTES } from '../source/number-type.ts';
import { toFloat32 } from '../source/to-float32.ts';
import type { TorchStorage, TorchTensor } from './torch-objects.ts';

export interface StoredNumbers {
  readonly bigEndian: boolean;
  /** The bytes of a storage. */
  readonly bytesOf: (storage: TorchStorage) => Uint8Array;
}

/**
 * The tensors of a state dictionary, row-major, whatever their strides. Tensors that share a storage are copied.
 *
 * @throws {SproutError} `file-invalid`
 */
export function makeTensors(
  source: ByteSource,
  tensors: ReadonlyMap<string, TorchTensor>,
  { bigEndian, bytesOf }: StoredNumbers,
): readonly NamedTensor[] {
  return [...tensors].map(([name, tensor]) => {
    const { storage, shape, strides } = tensor;
    const { type } = storage;
    const count = checkedCount(source, { name, shape });
    const bytes = spanOf(source, name, { tensor, count, bytes: bytesOf(storage) });
    if (isRowMajor(shape, strides))
      return makeTensor(source, { name, shape, type, bigEndian, bytes });
    source.claim(name, 4 * count + 4 * (bytes.length / NUMBER_BYTES[type]));
    const data = gather(toFloat32(bytes, { type, bigEndian }), { shape, strides, offset: 0 });
    return checkFinite(source, { name, shape, data });
  });
}

/** The bytes of a storage from the first number of a tensor to its last. */
function spanOf(
  source: ByteSource,
  name: string,
  view: { readonly tensor: TorchTensor; readonly count: number; readonly bytes: Uint8Array },
): Uint8Array {
  const { storage, offset, shape, strides } = view.tensor;
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis]!, 0);
  const span = view.count === 0 ? 0 : last + 1;
  if (offset + span > storage.count)
    throw source.invalid(
      `${name} (${shapeText(shape)}, strides ${shapeText(strides)}) takes ${span} numbers at ${offset} of a storage of ${storage.count}`,
    );
  const size = NUMBER_BYTES[storage.type];
  return view.bytes.subarray(offset * size, (offset + span) * size);
}

/** Whether the numbers lie in row-major order without gaps. The stride of an axis of size 1 does not matter. */
function isRowMajor(shape: readonly number[], strides: readonly number[]): boolean {
  return shape.every(
    (size, axis) => size <= 1 || strides[axis] === elementCount(shape.slice(axis + 1)),
  );
}
