import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { byteSource } from '../../bytes/byte-source.ts';
import { inflate } from './inflate.ts';

const source = byteSource(new Uint8Array(0), 'x.npz');
const data = Uint8Array.from({ length: 100_000 }, (_, index) => (index * index) >> 5);

test.each([
  ['raw', deflateRawSync(data), false],
  ['with the header of zlib', deflateSync(data), true],
])('data is inflated as zlib deflated it: %s', (_, bytes, zlib) => {
  expect(inflate(source, bytes, { size: data.length, what: 'a', zlib })).toEqual(data);
});

test('data that inflates to more than the stated size is refused', () => {
  const bomb = deflateRawSync(new Uint8Array(2 ** 20));
  expect(() => inflate(source, bomb, { size: 1000, what: 'a' })).toThrow(
    'x.npz is damaged or of another format: a inflates to more than the 1000 bytes',
  );
});

test.each([
  ['less data', deflateRawSync(data.subarray(1)), 'a inflates to 99999 bytes; it states 100000'],
  ['damaged data', deflateRawSync(data).fill(255, 10, 40), 'a is not valid compressed data'],
  ['no data', new Uint8Array(0), 'a is not valid compressed data'],
])('%s is refused', (_, bytes, reason) => {
  expect(() => inflate(source, bytes, { size: data.length, what: 'a' })).toThrow(reason);
});
