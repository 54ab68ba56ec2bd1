import type { ByteSource } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { checkFinite, makeTensor } from '../source/make-tensor.ts';
import type { NumberType } from '../source/number-type.ts';
import type { ManifestWeight } from './manifest.ts';

const TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['float32', 'f32'],
  ['int32', 'i32'],
  ['bool', 'bool'],
]);
const QUANTISED: ReadonlyMap<string, NumberType> = new Map([
  ['uint8', 'u8'],
  ['uint16', 'u16'],
  ['float16', 'f16'],
]);

/**
 * The type of a weight's numbers in the file.
 *
 * @throws {SproutError} `file-invalid`
 */
export function storedType(
  source: ByteSource,
  { name, dtype, quantization }: ManifestWeight,
): NumberType {
  const type = TYPES.get(dtype);
  const stored = quantization === undefined ? type : QUANTISED.get(quantization.dtype);
  const isKnown = type !== undefined && (quantization === undefined || type !== 'bool');
  if (isKnown && stored !== undefined) return stored;
  throw source.invalid(`${name} has the type ${dtype.slice(0, 20)}, which is not read`);
}

/**
 * The tensor of a weight. Quantised numbers become `number * scale + min`, and whole numbers again if the weight is int32, as in
 * TensorFlow.js.
 *
 * @throws {SproutError} `file-invalid`
 */
export function makeWeight(
  source: ByteSource,
  weight: ManifestWeight,
  bytes: Uint8Array,
): NamedTensor {
  const { name, shape, dtype, quantization } = weight;
  const tensor = makeTensor(source, { name, shape, type: storedType(source, weight), bytes });
  if (quantization === undefined || quantization.dtype === 'float16') return tensor;
  const { scale, min } = quantization;
  const { data } = tensor;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]! * scale + min;
    data[index] = dtype === 'int32' ? Math.round(value) : value;
  }
  return checkFinite(source, tensor);
}
