import type { Cursor } from '@sprout/core';
import { readAddress, structureAt } from './address.ts';
import type { Hdf5Source } from './hdf5-source.ts';

export interface TreeOptions {
  /** 0 for a tree of links, 1 for a tree of chunks. */
  readonly type: 0 | 1;
  readonly keySize: number;
}

export interface TreeLeaf {
  /** The key before the child. */
  readonly key: Uint8Array;
  readonly child: number;
}

const MOST_LEVELS = 16;

/**
 * The children of the lowest nodes of a B-tree of version 1, in order. Every node is read once.
 *
 * @throws {SproutError} `file-invalid`, also for a tree with a cycle.
 */
export function treeLeaves(
  source: Hdf5Source,
  address: number,
  { type, keySize }: TreeOptions,
): Iterable<TreeLeaf> {
  const seen = new Set<number>();
  return visit(address, MOST_LEVELS);

  function* visit(at: number, above: number): Generator<TreeLeaf> {
    if (seen.has(at)) throw source.invalid(`it has a tree with a cycle at ${at}`);
    seen.add(at);
    const node = structureAt(source, 'TREE', at);
    const [found, level, count] = [node.u8(), node.u8(), node.u16()];
    if (found !== type || level >= above)
      throw source.invalid(
        `it has a tree with a node of type ${found} and level ${level} at ${at}`,
      );
    source.part('a tree', at, 24 + count * (keySize + 8));
    node.take(16); // the neighbours
    for (let index = 0; index < count; index++) {
      const leaf = { key: node.take(keySize), child: addressOf(node) };
      if (level === 0) yield leaf;
      else yield* visit(leaf.child, level);
    }
  }

  function addressOf(node: Cursor): number {
    const child = readAddress(node);
    if (child === undefined) throw source.invalid('it has a tree with a child nowhere');
    return child;
  }
}
