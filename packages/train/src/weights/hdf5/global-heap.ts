import { structureAt } from './address.ts';
import type { Hdf5Source } from './hdf5-source.ts';

const HEADER = 16;

/**
 * Reads the global heap at an address, once.
 *
 * @returns Its objects by their numbers; views of the file.
 * @throws {SproutError} `file-invalid`
 */
export function globalHeap(source: Hdf5Source, address: number): ReadonlyMap<number, Uint8Array> {
  const known = source.heaps.get(address);
  if (known !== undefined) return known;
  const cursor = structureAt(source, 'GCOL', address);
  cursor.take(4);
  const size = cursor.u64();
  source.part('a heap of texts', address, size);
  const objects = new Map<number, Uint8Array>();
  while (cursor.at() + HEADER <= address + size) {
    const number = cursor.u16();
    cursor.take(6);
    const length = cursor.u64();
    if (number === 0) break; // free space
    objects.set(number, cursor.take(length));
    cursor.take((8 - (length % 8)) % 8);
  }
  source.heaps.set(address, objects);
  return objects;
}
