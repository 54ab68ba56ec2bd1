import { ByteWriter } from './byte-writer.ts';

/** HDF5's default sizes: a symbol node has up to `2 * LEAF_K` entries, a node of the tree up to `2 * INTERNAL_K` children. */
export const LEAF_K = 4;
export const INTERNAL_K = 16;

const ENTRY = 40;
const NODE_SIZE = 24 + 8 * (4 * INTERNAL_K + 1);
/** The offset of the empty name at the beginning of a heap. */
const EMPTY_NAME = 0;
/** The offset that stands for the end of the list of free blocks. */
const NO_FREE_BLOCK = 1;

/** A name in a group, with the address of its object. */
export interface Link {
  readonly name: string;
  readonly address: number;
}

/** Appends bytes to the file, at a multiple of 8, and returns their address. */
export type Append = (bytes: Uint8Array) => number;

/** A node below a node of the tree, with the offset of its last name in the heap. */
interface Child {
  readonly address: number;
  readonly lastName: number;
}

/** Writes the names and links of a group: a local heap, symbol nodes, and a tree of version 1 above them. */
export function writeGroupIndex(
  links: readonly Link[],
  append: Append,
): { readonly tree: number; readonly heap: number } {
  const sorted = links
    .map((link) => ({ ...link, bytes: Buffer.from(link.name) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const names = new ByteWriter().u64(0);
  let offset = 8;
  const entries = sorted.map(({ bytes, address }) => {
    const at = offset;
    names.bytes(bytes).u8(0).pad();
    offset += Math.ceil((bytes.length + 1) / 8) * 8;
    return { at, address };
  });
  const heap = writeHeap(names.finish(), append);
  const leaves = chunks(entries, 2 * LEAF_K).map((chunk) => writeSymbols(chunk, append));
  return { tree: writeTree(leaves, append), heap };
}

function writeHeap(names: Uint8Array, append: Append): number {
  const data = append(names);
  const heap = new ByteWriter().bytes(Buffer.from('HEAP')).u32(0);
  return append(heap.u64(names.length).u64(NO_FREE_BLOCK).u64(data).finish());
}

function writeSymbols(
  entries: readonly { readonly at: number; readonly address: number }[],
  append: Append,
): Child {
  const node = new ByteWriter().bytes(Buffer.from('SNOD')).u8(1, 0).u16(entries.length);
  for (const { at, address } of entries) node.u64(at).u64(address).u64(0).u64(0).u64(0);
  const address = append(node.pad(8 + 2 * LEAF_K * ENTRY).finish());
  return { address, lastName: entries.at(-1)!.at }; // a chunk has an entry
}

/** Writes the nodes of a tree, level by level, and returns the address of its root. */
function writeTree(leaves: readonly Child[], append: Append): number {
  for (let level = 0, below = leaves; ; level++) {
    const groups = below.length === 0 ? [[]] : chunks(below, 2 * INTERNAL_K);
    const first = append(new Uint8Array(0)); // nodes of one level follow one another
    const nodes = groups.map((children, index) => {
      const addressOf = (at: number) => (at in groups ? first + at * NODE_SIZE : undefined);
      const before = groups[index - 1]?.at(-1)?.lastName ?? EMPTY_NAME;
      const node = new ByteWriter().bytes(Buffer.from('TREE')).u8(0, level).u16(children.length);
      node
        .address(addressOf(index - 1))
        .address(addressOf(index + 1))
        .u64(before);
      for (const { address, lastName } of children) node.u64(address).u64(lastName);
      const address = append(node.pad(NODE_SIZE).finish());
      return { address, lastName: children.at(-1)?.lastName ?? EMPTY_NAME };
    });
    if (nodes.length === 1) return nodes[0]!.address; // the only node
    below = nodes;
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
