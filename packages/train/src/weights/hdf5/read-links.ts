import { cursorOf, textOf } from '@sprout/core';
import { readAddress, structureAt } from './address.ts';
import { isDense } from './is-dense.ts';
import type { Hdf5Message } from './read-messages.ts';
import { treeLeaves } from './tree-leaves.ts';
import { bytesOfPart, type Hdf5Source } from './hdf5-source.ts';

const LINK_INFO = 0x02;
const LINK = 0x06;
const SYMBOL_TABLE = 0x11;
const HARD = 0;
const LONGEST_NAME = 1024;

/**
 * Reads the links of a group: names and addresses of object headers. Only hard links are read.
 *
 * @returns `undefined` if the object is not a group.
 * @throws {SproutError} `file-invalid`, also for soft and external links, and for two links of one name.
 */
export function readLinks(
  source: Hdf5Source,
  messages: readonly Hdf5Message[],
): ReadonlyMap<string, number> | undefined {
  const table = messages.find(({ type }) => type === SYMBOL_TABLE);
  const info = messages.find(({ type }) => type === LINK_INFO);
  if (table === undefined && info === undefined) return undefined;
  const found = table === undefined ? [] : symbols(source, table.body);
  if (info !== undefined && isDense(source, info.body, { indexSize: 8, what: 'a group' }))
    throw source.invalid('it has a group in the dense format of HDF5 1.8, which is not read');
  const compact = messages.filter(({ type }) => type === LINK);
  const links = new Map<string, number>();
  for (const [name, address] of [...found, ...compact.map(({ body }) => readLink(source, body))]) {
    if (links.has(name)) throw source.invalid(`it has two links ${name} in one group`);
    links.set(name, address);
  }
  return links;
}

/** The links of a group of HDF5 1.6: a tree of symbol nodes, with the names in a heap. */
function* symbols(source: Hdf5Source, body: Uint8Array): Generator<[string, number]> {
  const cursor = cursorOf(source, body, { what: 'a group' });
  const [tree, heap] = [cursor.u64(), cursor.u64()];
  const names = heapData(source, heap);
  for (const { child } of treeLeaves(source, tree, { type: 0, keySize: 8 })) {
    const node = structureAt(source, 'SNOD', child);
    node.take(2);
    source.part('a node of links', child, 8);
    for (let left = node.u16(); left > 0; left--) {
      const name = textUpToZero(source, names, node.u64());
      const address = readAddress(node); // nowhere for a soft link
      node.take(24);
      if (address === undefined)
        throw source.invalid(`it has a soft link ${name}, which is refused`);
      yield [name, address];
    }
  }
}

function heapData(source: Hdf5Source, address: number): Uint8Array {
  const heap = structureAt(source, 'HEAP', address);
  heap.take(4);
  const size = heap.u64();
  heap.take(8);
  const at = heap.u64();
  return bytesOfPart(source, 'the names of a group', { at, size });
}

function textUpToZero(source: Hdf5Source, bytes: Uint8Array, at: number): string {
  const field = bytes.subarray(at, at + LONGEST_NAME);
  const end = field.indexOf(0);
  const text = end < 0 ? undefined : textOf(field.subarray(0, end));
  if (text === undefined || text === '')
    throw source.invalid(`it has a link without a name at ${at}`);
  return text;
}

function readLink(source: Hdf5Source, body: Uint8Array): [string, number] {
  const cursor = cursorOf(source, body, { what: 'a link' });
  cursor.u8();
  const flags = cursor.u8();
  const kind = (flags & 8) === 0 ? HARD : cursor.u8();
  if ((flags & 4) !== 0) cursor.take(8);
  if ((flags & 16) !== 0) cursor.take(1);
  const width = flags & 3;
  const length = width === 0 ? cursor.u8() : cursor.u16();
  if (width > 1 || length > LONGEST_NAME)
    throw source.invalid(`it has a link with a name of more than ${LONGEST_NAME} bytes`);
  const name = cursor.text(length);
  if (kind !== HARD)
    throw source.invalid(
      `it has ${kind === 1 ? 'a soft' : 'an external'} link ${name}, which is refused`,
    );
  return [name, cursor.u64()];
}
