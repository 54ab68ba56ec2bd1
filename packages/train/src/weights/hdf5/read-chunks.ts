import { cursorOf, inflate } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import type { Hdf5Dataset, Hdf5Filter, Hdf5Storage } from './hdf5-object.ts';
import { treeLeaves } from './tree-leaves.ts';
import { bytesOfPart, type Hdf5Source } from './hdf5-source.ts';

type Chunks = Extract<Hdf5Storage, { kind: 'chunks' }>;

interface Chunk {
  /** The index of its first number along each axis. */
  readonly start: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * Reads a dataset that is stored in chunks.
 *
 * @returns Its numbers, row-major, in a fresh array.
 * @throws {SproutError} `file-invalid`, also for a chunk that is missing or stored twice.
 */
export function readChunks(
  source: Hdf5Source,
  { shape, datatype }: Pick<Hdf5Dataset, 'shape' | 'datatype'>,
  options: { readonly storage: Chunks; readonly what: string },
): Uint8Array {
  const { storage, what } = options;
  const { address, chunkShape } = storage;
  const { size } = datatype;
  const fits = chunkShape.length === shape.length && chunkShape.every((length) => length > 0);
  if (!fits) throw source.invalid(`${what} has chunks of another number of axes, or empty ones`);
  const expected = elementCount(shape.map((length, axis) => Math.ceil(length / chunkShape[axis]!)));
  source.claim(what, elementCount(shape) * size);
  const out = new Uint8Array(elementCount(shape) * size);
  const starts = new Set<string>();
  const leaves = treeLeaves(source, address, { type: 1, keySize: 8 + 8 * (shape.length + 1) });
  for (const { key, child } of leaves) {
    const chunk = readChunk(source, { key, child }, { storage, size, what });
    const isInside = chunk.start.every(
      (at, axis) => isMultiple(at, chunkShape[axis]!) && at < shape[axis]!,
    );
    const id = chunk.start.join(' ');
    if (!isInside || starts.has(id))
      throw source.invalid(`${what} has a chunk at ${id} that occurs twice or lies outside`);
    starts.add(id);
    place(out, chunk, { shape, chunkShape, size });
  }
  if (starts.size === expected) return out;
  throw source.invalid(`${what} has ${starts.size} chunks of ${expected}`);
}

function readChunk(
  source: Hdf5Source,
  { key, child }: { readonly key: Uint8Array; readonly child: number },
  {
    storage,
    size,
    what,
  }: { readonly storage: Chunks; readonly size: number; readonly what: string },
): Chunk {
  const { chunkShape, filters } = storage;
  const cursor = cursorOf(source, key, { what });
  const [storedSize, skipped] = [cursor.u32(), cursor.u32()];
  const start = chunkShape.map(() => cursor.u64());
  const total = elementCount(chunkShape) * size;
  let bytes = bytesOfPart(source, what, { at: child, size: storedSize });
  for (const [index, filter] of [...filters.entries()].toReversed())
    if ((skipped & (1 << index)) === 0) bytes = undo(source, bytes, { filter, total, size, what });
  if (bytes.length === total) return { start, bytes };
  throw source.invalid(`${what} has a chunk of ${bytes.length} bytes, not ${total}`);
}

interface Undo {
  readonly filter: Hdf5Filter;
  readonly total: number;
  readonly size: number;
  readonly what: string;
}

function undo(
  source: Hdf5Source,
  bytes: Uint8Array,
  { filter, total, size, what }: Undo,
): Uint8Array {
  if (filter === 'shuffle') return unshuffled(bytes, size);
  source.claim(what, total);
  return inflate(source, bytes, { size: total, what, zlib: true });
}

/** The filter stores the first bytes of all numbers, then the second bytes, and so on. */
function unshuffled(bytes: Uint8Array, size: number): Uint8Array {
  const count = Math.floor(bytes.length / size);
  const out = new Uint8Array(bytes);
  for (let byte = 0; byte < size; byte++)
    for (let index = 0; index < count; index++)
      out[index * size + byte] = bytes[byte * count + index]!;
  return out;
}

interface Place {
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[];
  readonly size: number;
}

/** Copies the part of a chunk that lies inside the dataset, by rows. */
function place(out: Uint8Array, { start, bytes }: Chunk, { shape, chunkShape, size }: Place): void {
  const last = shape.length - 1;
  const row = Math.min(chunkShape[last]!, shape[last]! - start[last]!) * size;
  const rows = elementCount(chunkShape.slice(0, last));
  for (let index = 0; index < rows; index++) {
    let rest = index;
    let at = start[last]!;
    let stride = shape[last]!;
    let isInside = true;
    for (let axis = last - 1; axis >= 0; axis--) {
      const position = start[axis]! + (rest % chunkShape[axis]!);
      rest = Math.floor(rest / chunkShape[axis]!);
      isInside &&= position < shape[axis]!;
      at += position * stride;
      stride *= shape[axis]!;
    }
    const from = index * chunkShape[last]! * size;
    if (isInside) out.set(bytes.subarray(from, from + row), at * size);
  }
}

function isMultiple(value: number, of: number): boolean {
  return value % of === 0;
}
