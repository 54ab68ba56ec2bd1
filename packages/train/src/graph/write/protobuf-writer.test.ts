import { describe, expect, it } from 'vitest';
import { ProtobufWriter } from './protobuf-writer.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** @see https://protobuf.dev/programming-guides/encoding/: the examples */
describe('a protocol buffer message', () => {
  it('has integers as varints', () => {
    expect(hex(new ProtobufWriter().int(1, 150).finish())).toBe('089601');
  });

  it('has strings in UTF-8, with their length', () => {
    expect(hex(new ProtobufWriter().text(2, 'testing').finish())).toBe('120774657374696e67');
    expect(hex(new ProtobufWriter().text(2, 'ü').finish())).toBe('1202c3bc');
  });

  it('has nested messages as their bytes, with their length', () => {
    const bytes = new ProtobufWriter().message(3, (inner) => inner.int(1, 150)).finish();
    expect(hex(bytes)).toBe('1a03089601');
  });

  it('has negative integers as ten bytes', () => {
    expect(hex(new ProtobufWriter().int(1, -2).finish())).toBe('08feffffffffffffffff01');
  });

  it.each([
    [0, '00'],
    [127, '7f'],
    [128, '8001'],
    [2 ** 31, '8080808008'],
    [2 ** 53 - 1, 'ffffffffffffff0f'],
  ])('has %i in seven bits a byte, the lowest first', (value, expected) => {
    expect(hex(new ProtobufWriter().int(1, value).finish())).toBe(`08${expected}`);
  });

  it('has floats as four bytes, the lowest first', () => {
    expect(hex(new ProtobufWriter().float(1, 1.5).finish())).toBe('0d0000c03f');
  });

  it('has field numbers above 15 in two bytes', () => {
    expect(hex(new ProtobufWriter().int(20, 7).finish())).toBe('a00107');
  });

  it('has its fields in the order in which they were written, repeated ones included', () => {
    const bytes = new ProtobufWriter().int(2, 1).text(1, 'a').int(2, 3).finish();
    expect(hex(bytes)).toBe('10010a01611003');
  });

  it('is empty without fields', () => {
    expect(new ProtobufWriter().finish()).toEqual(new Uint8Array());
    expect(hex(new ProtobufWriter().bytes(1, new Uint8Array()).finish())).toBe('0a00');
  });

  it('copies the bytes that it is given when it is finished', () => {
    const source = Uint8Array.of(1, 2);
    const bytes = new ProtobufWriter().bytes(1, source).finish();
    source[0] = 9;
    expect(hex(bytes)).toBe('0a020102');
  });
});
