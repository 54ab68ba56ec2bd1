import { expect, test } from 'vitest';
import { toFloat32 } from './to-float32.ts';

const bytesOf = (array: ArrayBufferView) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

test.each([
  ['f32', Float32Array.of(1.5, -0), [1.5, -0]],
  ['f64', Float64Array.of(0.1, 1e300), [Math.fround(0.1), Infinity]],
  ['f16', Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x8000), [1, -2, 2 ** -24, 65504, -0]],
  ['f16', Uint16Array.of(0x7c00, 0xfc00, 0x7e00), [Infinity, -Infinity, Number.NaN]],
  ['bf16', Uint16Array.of(0x3f80, 0xc040), [1, -3]],
  ['i8', Int8Array.of(-128, 127), [-128, 127]],
  ['u8', Uint8Array.of(255), [255]],
  ['i16', Int16Array.of(-32768), [-32768]],
  ['u16', Uint16Array.of(65535), [65535]],
  ['i32', Int32Array.of(-7, 2 ** 24 + 1), [-7, 2 ** 24]],
  ['u32', Uint32Array.of(2 ** 31), [2 ** 31]],
  ['i64', BigInt64Array.of(-5n, 2n ** 40n), [-5, 2 ** 40]],
  ['u64', BigUint64Array.of(2n ** 63n), [2 ** 63]],
  ['bool', Uint8Array.of(1, 0), [1, 0]],
] as const)('%s, case %#', (type, stored, numbers) => {
  expect([...toFloat32(bytesOf(stored), { type })]).toEqual(numbers);
});

test('big-endian numbers at an odd offset are read, and not changed', () => {
  const bytes = Uint8Array.of(9, 0x3f, 0x80, 0, 0).subarray(1);
  expect([...toFloat32(bytes, { type: 'f32', bigEndian: true })]).toEqual([1]);
  expect([...bytes]).toEqual([0x3f, 0x80, 0, 0]);
});
