import type { HeatMap } from './attribution-target.ts';

/**
 * A map at another size, by linear interpolation between the centres of its positions; beyond the outer centres the edge is
 * repeated. As `tf.image.resize` with `bilinear` enlarges. A map of that size is returned as it is.
 */
export function enlargeMap(
  map: HeatMap,
  { height, width }: { readonly height: number; readonly width: number },
): HeatMap {
  if (map.height === height && map.width === width) return map;
  const rows = Array.from({ length: height }, (_, row) => place(row, height, map.height));
  const columns = Array.from({ length: width }, (_, column) => place(column, width, map.width));
  const values = new Float32Array(height * width);
  const at = (row: number, column: number): number => map.values[row * map.width + column]!;
  for (const [row, vertical] of rows.entries())
    for (const [column, horizontal] of columns.entries()) {
      const line = (from: number): number =>
        mixed(at(from, horizontal.from), at(from, horizontal.to), horizontal.share);
      values[row * width + column] = mixed(line(vertical.from), line(vertical.to), vertical.share);
    }
  return { height, width, values };
}

/** The two positions that a pixel lies between, and the share of the second. */
function place(pixel: number, pixels: number, positions: number) {
  const exact = ((pixel + 0.5) * positions) / pixels - 0.5;
  const inside = Math.min(Math.max(exact, 0), positions - 1);
  const from = Math.floor(inside);
  return { from, to: Math.min(from + 1, positions - 1), share: inside - from };
}

function mixed(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}
