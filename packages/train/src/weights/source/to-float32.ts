import { NUMBER_BYTES, type NumberType } from './number-type.ts';

export interface ToFloat32Options {
  readonly type: NumberType;
  readonly bigEndian?: boolean;
}

/**
 * Converts stored numbers to a fresh `Float32Array`. Exact for f32, f16, bf16, bool, and integers of up to 24 bits; f64 and
 * larger integers are rounded to the nearest float.
 *
 * @param bytes A whole count of numbers; unaligned is fine. Not written to.
 */
export function toFloat32(
  bytes: Uint8Array,
  { type, bigEndian = false }: ToFloat32Options,
): Float32Array {
  const size = NUMBER_BYTES[type];
  const own = new Uint8Array(bytes); // aligned, in a buffer of its own
  if (bigEndian && size > 1) swapBytes(own, size);
  const { buffer } = own;
  switch (type) {
    case 'f32':
      return new Float32Array(buffer);
    case 'f64':
      return new Float32Array(new Float64Array(buffer));
    case 'f16':
      return fromHalf(new Uint16Array(buffer));
    case 'bf16':
      return fromBrain(new Uint16Array(buffer));
    case 'i8':
      return new Float32Array(new Int8Array(buffer));
    case 'i16':
      return new Float32Array(new Int16Array(buffer));
    case 'u16':
      return new Float32Array(new Uint16Array(buffer));
    case 'i32':
      return new Float32Array(new Int32Array(buffer));
    case 'u32':
      return new Float32Array(new Uint32Array(buffer));
    case 'i64':
      return Float32Array.from(new BigInt64Array(buffer) as Iterable<bigint>, Number);
    case 'u64':
      return Float32Array.from(new BigUint64Array(buffer) as Iterable<bigint>, Number);
    case 'u8':
    case 'bool':
      return new Float32Array(own);
    default:
      return type satisfies never;
  }
}

function swapBytes(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

function fromBrain(numbers: Uint16Array): Float32Array {
  const bits = new Uint32Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) bits[index] = numbers[index]! << 16;
  return new Float32Array(bits.buffer);
}

function fromHalf(numbers: Uint16Array): Float32Array {
  const out = new Float32Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) out[index] = halfToNumber(numbers[index]!);
  return out;
}

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
