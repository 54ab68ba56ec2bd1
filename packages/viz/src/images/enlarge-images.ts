import type { ImagesShape } from './images-shape.ts';

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
    const first = image * pixels;
    for (const vertical of rows)
      for (const horizontal of columns) {
        const corners = [vertical.from, vertical.to].flatMap((row) =>
          [horizontal.from, horizontal.to].map((column) => first + row * shape.width + column),
        );
        mixCorners(large, to, { images, channels, corners, vertical, horizontal });
        to += channels;
      }
  }
  return large;
}

interface Corners {
  readonly images: Float32Array;
  readonly channels: number;
  /** The pixels above left, above right, below left and below right. */
  readonly corners: readonly number[];
  readonly vertical: { readonly share: number };
  readonly horizontal: { readonly share: number };
}

/** Writes the channels of one pixel between four others. */
function mixCorners(
  large: Float32Array,
  to: number,
  { images, channels, corners, vertical, horizontal }: Corners,
): void {
  const at = (corner: number, channel: number): number =>
    images[corners[corner]! * channels + channel]!; // four corners
  for (let channel = 0; channel < channels; channel++) {
    const above = mixed(at(0, channel), at(1, channel), horizontal.share);
    const below = mixed(at(2, channel), at(3, channel), horizontal.share);
    large[to + channel] = mixed(above, below, vertical.share);
  }
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
