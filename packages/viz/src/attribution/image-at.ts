import type { ExplainedImages } from './attribution-target.ts';

/** One of the images, as a view. */
export function imageAt(
  { images, count }: Pick<ExplainedImages, 'images' | 'count'>,
  at: number,
): Uint8Array | Float32Array {
  const size = images.length / count;
  return images.subarray(at * size, (at + 1) * size);
}
