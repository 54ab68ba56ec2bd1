import type { Planes } from './planes.ts';

interface Flips {
  readonly horizontally: boolean;
  readonly vertically: boolean;
}

/** Reverses the columns, the rows, or both. The source is only read; it is the result if nothing is reversed. */
export function flip(source: Planes, { horizontally, vertically }: Flips): Planes {
  if (!horizontally && !vertically) return source;
  const { height, width, data } = source;
  const result = new Float32Array(data.length);
  for (let row = 0; row < data.length / width; row++) {
    const within = row % height;
    const from = vertically ? row - within + height - 1 - within : row;
    const line = data.subarray(from * width, (from + 1) * width);
    result.set(line, row * width);
    if (horizontally) result.subarray(row * width, (row + 1) * width).reverse();
  }
  return { ...source, data: result };
}
