import { availableMemory } from 'node:process';
import type { ImageHeader } from './headers/image-header.ts';

/** What a decoder takes at most for one pixel: its result, a copy that is turned, the coefficients of a progressive JPEG. */
const BYTES_PER_PIXEL = 9;
/** For smaller images the free memory is not looked up. */
const SMALL = 2 ** 24;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** The reason why an image cannot be decoded in the free memory; `undefined` if it can. */
export function missingMemory(
  { height, width }: Pick<ImageHeader, 'height' | 'width'>,
  free: () => number = availableMemory,
): string | undefined {
  const pixels = height * width;
  if (pixels <= SMALL) return undefined;
  const needed = pixels * BYTES_PER_PIXEL;
  const available = free();
  if (needed <= available) return undefined;
  return `decoding its ${height} x ${width} pixels takes up to ${megabytes(needed)} of memory, and ${megabytes(available)} are free`;
}
