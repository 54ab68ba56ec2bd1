/** `[count, height, width, channels]` of images. */
export interface ImagesShape {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * Images at another size, by linear interpolation between the centres of their pixels; beyond the outer centres the edge is
 * repeated. As `tf.image.resize` with `bilinear` enlarges.
 *
 * @param images Of the shape. Only read.
 * @returns `[count, size.height, size.width, channels]`, a fresh array.
 */
export function enlargeImages(
  images: Float32Array,
  shape: ImagesShape,
  size: { readonly height: number; readonly width: number },
): Float32Array {
  const { count, channels } = shape;
  const rows = places(size.height, shape.height);
  const columns = places(size.width, shape.width);
  const large = new Float32Array(count * size.height * size.width * channels);
  const pixels = shape.height * shape.width;
  let to = 0;
  for (let image = 0; image < count; image++) {
    const at = (row: number, column: number) =>
      (image * pixels + row * shape.width + column) * channels;
    for (const vertical of rows)
      for (const horizontal of columns)
        for (let channel = 0; channel < channels; channel++) {
          const line = (row: number): number =>
            mixed(
              images[at(row, horizontal.from) + channel]!,
              images[at(row, horizontal.to) + channel]!,
              horizontal.share,
            );
          large[to++] = mixed(line(vertical.from), line(vertical.to), vertical.share);
        }
  }
  return large;
}

/** For each pixel the two positions that it lies between, and the share of the second. */
function places(pixels: number, positions: number) {
  return Array.from({ length: pixels }, (_, pixel) => {
    const exact = ((pixel + 0.5) * positions) / pixels - 0.5;
    const inside = Math.min(Math.max(exact, 0), positions - 1);
    const from = Math.floor(inside);
    return { from, to: Math.min(from + 1, positions - 1), share: inside - from };
  });
}

function mixed(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}
