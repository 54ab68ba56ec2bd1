import type { WeightsContent } from '../source/weights-content.ts';
import type { ByteSource, ZipArchive } from '@sprout/core';
import { readArray } from './read-array.ts';

/** Reads an `.npz` file: tensors named as its entries, without `.npy`. */
export function readNpz(source: ByteSource, archive: ZipArchive): WeightsContent {
  const tensors = archive.names.map((name) =>
    readArray(source, name.slice(0, -'.npy'.length), archive.read(name)),
  );
  return { format: 'npz', tensors, layersAreInOrder: false, metadata: new Map() };
}
