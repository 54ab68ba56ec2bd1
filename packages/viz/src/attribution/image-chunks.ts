/** The images of one call of a gradient source: more need more memory, and are no faster. */
export const IMAGES_AT_A_TIME = 8;

/** Some of the images, all following one another. */
export interface ImageChunk {
  readonly images: Uint8Array | Float32Array;
  readonly start: number;
  readonly count: number;
}

/** Divides images into chunks of at most `IMAGES_AT_A_TIME`. The chunks are views of the images. */
export function* imageChunks(
  images: Uint8Array | Float32Array,
  count: number,
): Generator<ImageChunk, void, undefined> {
  const size = images.length / count;
  for (let start = 0; start < count; start += IMAGES_AT_A_TIME) {
    const end = Math.min(count, start + IMAGES_AT_A_TIME);
    yield { images: images.subarray(start * size, end * size), start, count: end - start };
  }
}
