import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

const content = {
  tensors: [
    { name: 'dense/kernel', shape: [2, 3], data: Float32Array.of(1, -2, 3.5, 0, 1e-30, 6) },
    { name: 'dense/bias', shape: [3], data: Float32Array.of(7, 8, 9) },
    { name: 'step', shape: [], data: Float32Array.of(4) },
  ],
  metadata: { identity: 'ünïcode 🌱' },
};

test('a file is decoded as it was encoded', () => {
  expect(decodeSafetensors(encodeSafetensors(content), 'x')).toEqual(content);
});

test('a Buffer, which slices without copying, is decoded likewise', () => {
  const read = Buffer.from(encodeSafetensors(content));
  expect(decodeSafetensors(read, 'x')).toEqual(content);
});

test('the layout is that of the format: a length, a header padded with spaces, little-endian numbers', () => {
  const bytes = encodeSafetensors({
    tensors: [{ name: 'a', shape: [1], data: Float32Array.of(1) }],
    metadata: {},
  });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  const header = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  expect(JSON.parse(header)).toEqual({
    __metadata__: {},
    a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
  });
  expect([...bytes.subarray(8 + length)]).toEqual([0, 0, 0x80, 0x3f]);
});

test('a file truncated anywhere is refused with its name', () => {
  const bytes = encodeSafetensors(content);
  for (let length = 0; length < bytes.length; length++) {
    const cut = () => decodeSafetensors(bytes.subarray(0, length), 'cut.safetensors');
    expect(cut).toThrow(/cut\.safetensors is damaged/);
  }
});

test('a file with bytes after its tensors is refused', () => {
  const bytes = encodeSafetensors(content);
  const longer = new Uint8Array(bytes.length + 4);
  longer.set(bytes);
  expect(() => decodeSafetensors(longer, 'x')).toThrow(/belong to no tensor/);
});

test.each([
  ['a header length of 2^63', (bytes: Uint8Array) => bytes.set([0, 0, 0, 0, 0, 0, 0, 0x80])],
  ['a header that is not JSON', (bytes: Uint8Array) => bytes.set([0x21], 8)],
])('%s is refused', (_, damage) => {
  const bytes = encodeSafetensors(content);
  damage(bytes);
  expect(() => decodeSafetensors(bytes, 'x')).toThrow(
    expect.toSatisfy((error: unknown) => isSproutError(error, 'file-invalid')) as Error,
  );
});

test.each([
  { a: { dtype: 'F32', shape: [1e9], data_offsets: [0, 4] } },
  { a: { dtype: 'F32', shape: [1], data_offsets: [4, 8] } },
  { a: { dtype: 'I64', shape: [1], data_offsets: [0, 8] } },
])('tensors that do not fit the file are refused before anything is allocated: %j', (header) => {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + 8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  expect(() => decodeSafetensors(bytes, 'x')).toThrow(/x is damaged or of another format: a /);
});
