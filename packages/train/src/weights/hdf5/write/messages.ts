import { SproutError } from '@sprout/core';
import { ByteWriter } from './byte-writer.ts';

/** The most bytes of a message: its size is a multiple of 8 in 16 bits. */
const MOST_BYTES = 65_528;

/** A message of an object header. */
export interface Message {
  readonly type: number;
  readonly body: Uint8Array;
}

/** The flags of a text: padded with nulls, and ASCII, as Keras declares its texts although they are UTF-8. */
const NULL_PADDED = 1;

/** A dataspace of version 1. */
function shapeBody(shape: readonly number[]): Uint8Array {
  const writer = new ByteWriter().u8(1, shape.length, 0, 0).u32(0);
  for (const size of shape) writer.u64(size);
  return writer.finish();
}

/** The datatype of 32-bit floats, little-endian. */
function floatBody(): Uint8Array {
  const kind = new ByteWriter().u8(0x11, 0x20, 31, 0).u32(4); // version 1, class 1; an implied first bit; the sign is bit 31
  return kind.u16(0).u16(32).u8(23, 8, 0, 23).u32(127).finish();
}

function textBody(size: number): Uint8Array {
  return new ByteWriter().u8(0x13, NULL_PADDED, 0, 0).u32(size).finish(); // version 1, class 3
}

/** The messages of a dataset whose numbers lie at an address. */
export function datasetMessages(shape: readonly number[], at: number, size: number): Message[] {
  const fill = new ByteWriter().u8(2, 2, 2, 0).finish(); // version 2, without a value
  const layout = new ByteWriter().u8(3, 1).address(at).u64(size).finish(); // version 3, contiguous
  return [
    { type: 0x01, body: shapeBody(shape) },
    { type: 0x03, body: floatBody() },
    { type: 0x05, body: fill },
    { type: 0x08, body: layout },
  ];
}

/**
 * An attribute of one text or of a list of texts, in fields of equal length.
 *
 * @throws {SproutError} `option-invalid` for more than 64 KB.
 */
export function attributeMessage(name: string, value: string | readonly string[]): Message {
  const texts = (typeof value === 'string' ? [value] : value).map((text) => encode(text));
  const size = Math.max(1, ...texts.map(({ length }) => length));
  const label = encode(`${name}\0`);
  const type = textBody(size);
  const shape = shapeBody(typeof value === 'string' ? [] : [texts.length]);
  const writer = new ByteWriter().u8(1, 0).u16(label.length).u16(type.length).u16(shape.length);
  writer.bytes(label).pad().bytes(type).pad().bytes(shape).pad();
  for (const text of texts) writer.bytes(text).u8(...new Uint8Array(size - text.length));
  const body = writer.finish();
  if (body.length > MOST_BYTES)
    throw new SproutError('option-invalid', {
      option: `the attribute ${name}`,
      value: `${body.length} bytes`,
      rule: `of ${MOST_BYTES} bytes at most`,
    });
  return { type: 0x0c, body };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The message that makes an object a group. */
export function groupMessage(tree: number, heap: number): Message {
  return { type: 0x11, body: new ByteWriter().address(tree).address(heap).finish() };
}

/** An object header of version 1. */
export function objectHeader(messages: readonly Message[]): Uint8Array {
  const writer = new ByteWriter();
  for (const { type, body } of messages)
    writer
      .u16(type)
      .u16(Math.ceil(body.length / 8) * 8)
      .u32(0)
      .bytes(body)
      .pad();
  const content = writer.finish();
  const header = new ByteWriter().u8(1, 0).u16(messages.length).u32(1).u32(content.length).u32(0);
  return header.bytes(content).finish();
}
