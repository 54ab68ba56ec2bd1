import type { ByteSource } from '@sprout/core';
import type { WeightsContent } from '../source/weights-content.ts';
import { readArray } from './read-array.ts';

/** Reads a `.npy` file: one tensor, called `array`. */
export function readNpy(source: ByteSource): WeightsContent {
  const tensors = [readArray(source, 'array', source.bytes)];
  return { format: 'npy', tensors, layersAreInOrder: false, metadata: new Map() };
}
