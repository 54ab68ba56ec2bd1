import { type ByteSource, cursorOf } from '@sprout/core';

/** An HDF5 file that is being read. No byte belongs to two of its parts, so reading it takes time in proportion to its size. */
export interface Hdf5Source extends ByteSource {
  /**
   * Notes a part of the file before it is read: a header, a heap, the node of a tree, numbers.
   *
   * @throws {SproutError} `file-invalid` if the parts so far are longer than the file.
   */
  readonly part: (what: string, at: number, size: number) => void;
  /** @throws {SproutError} `file-invalid` if two parts overlap. */
  readonly checkParts: () => void;
  /** The global heaps read so far, by address: texts by number. */
  readonly heaps: Map<number, ReadonlyMap<number, Uint8Array>>;
}

export function hdf5Source(source: ByteSource): Hdf5Source {
  const { bytes, invalid } = source;
  const parts: { what: string; at: number; size: number }[] = [];
  let total = 0;
  const part = (what: string, at: number, size: number): void => {
    total += size;
    if (total > bytes.length)
      throw invalid(`${what} (${size} bytes at ${at}) overlaps other parts of the file`);
    if (size > 0) parts.push({ what, at, size });
  };
  const checkParts = (): void => {
    let end = 0;
    for (const { what, at, size } of parts.sort((a, b) => a.at - b.at)) {
      if (at < end) throw invalid(`${what} (${size} bytes at ${at}) overlaps the part before it`);
      end = at + size;
    }
  };
  return { ...source, part, checkParts, heaps: new Map() };
}

/**
 * Notes a part of the file and gives its bytes, as a view.
 *
 * @throws {SproutError} `file-invalid` if the part leaves the file, or if the parts so far are longer than the file.
 */
export function bytesOfPart(
  source: Hdf5Source,
  what: string,
  { at, size }: { readonly at: number; readonly size: number },
): Uint8Array {
  source.part(what, at, size);
  return cursorOf(source, source.bytes, { at, what }).take(size);
}
