import { type Cursor, cursorOf } from '@sprout/core';
import { bytesOfPart, type Hdf5Source } from './hdf5-source.ts';

/** One fact about an object: its shape, its type, an attribute, a link. */
export interface Hdf5Message {
  readonly type: number;
  readonly body: Uint8Array;
}

const CONTINUATION = 0x10;
const SHARED = 2;
const MOST_BLOCKS = 1000;

interface Block {
  readonly at: number;
  readonly size: number;
}

interface Header {
  readonly version: 1 | 2;
  readonly first: Block;
  /** Version 2: whether messages state the order of their creation. */
  readonly ordered: boolean;
}

/**
 * Reads the messages of the object header at an address, versions 1 and 2.
 *
 * @throws {SproutError} `file-invalid`
 * @see https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
 */
export function readMessages(source: Hdf5Source, address: number): readonly Hdf5Message[] {
  const what = `its object header at ${address}`;
  const header = readHeader(source, { at: address, what });
  const blocks = [header.first];
  const messages: Hdf5Message[] = [];
  const seen = new Set<number>();
  for (const block of blocks) {
    if (seen.has(block.at) || blocks.length > MOST_BLOCKS)
      throw source.invalid(`${what} continues in a cycle at ${block.at}`);
    seen.add(block.at);
    const bytes = bytesOfPart(source, what, block);
    for (const message of messagesIn(source, bytes, { header, what })) {
      if (message.type !== CONTINUATION) messages.push(message);
      else blocks.push(continuation(source, message, { header, what }));
    }
  }
  return messages;
}

function readHeader(source: Hdf5Source, { at, what }: { at: number; what: string }): Header {
  const cursor = cursorOf(source, source.bytes, { at, what });
  const version = cursor.u8();
  if (version === 1) {
    cursor.take(7); // reserved, count of messages, count of links
    const size = cursor.u32();
    cursor.take(4);
    return { version, first: { at: cursor.at(), size }, ordered: false };
  }
  const signature = `${String.fromCharCode(version)}${String.fromCharCode(...cursor.take(3))}`;
  if (signature !== 'OHDR' || cursor.u8() !== 2) throw source.invalid(`${what} is missing`);
  const flags = cursor.u8();
  if ((flags & 0x20) !== 0) cursor.take(16); // times
  if ((flags & 0x10) !== 0) cursor.take(4);
  const size = numberOf(cursor, 2 ** (flags & 3));
  return { version: 2, first: { at: cursor.at(), size }, ordered: (flags & 4) !== 0 };
}

/** A number of 1, 2, 4 or 8 bytes. */
function numberOf(cursor: Cursor, size: number): number {
  if (size === 1) return cursor.u8();
  if (size === 2) return cursor.u16();
  return size === 4 ? cursor.u32() : cursor.u64();
}

interface Context {
  readonly header: Header;
  readonly what: string;
}

function* messagesIn(
  source: Hdf5Source,
  block: Uint8Array,
  { header, what }: Context,
): Generator<Hdf5Message> {
  const cursor = cursorOf(source, block, { what });
  const prefix = header.version === 1 ? 8 : header.ordered ? 6 : 4;
  while (cursor.left() >= prefix) {
    const type = header.version === 1 ? cursor.u16() : cursor.u8();
    const length = cursor.u16();
    const flags = cursor.u8();
    cursor.take(prefix - (header.version === 1 ? 5 : 4));
    const body = cursor.take(length);
    if ((flags & SHARED) !== 0)
      throw source.invalid(`${what} shares a message with another object`);
    yield { type, body };
  }
}

/** In version 2, a continuation has a signature and a checksum around its messages. */
function continuation(source: Hdf5Source, { body }: Hdf5Message, context: Context): Block {
  const { header, what } = context;
  const cursor = cursorOf(source, body, { what });
  const [at, size] = [cursor.u64(), cursor.u64()];
  return header.version === 1 ? { at, size } : { at: at + 4, size: Math.max(0, size - 8) };
}
