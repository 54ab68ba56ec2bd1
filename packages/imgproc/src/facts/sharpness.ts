import type { Plane } from './plane.ts';

/** The mean absolute Laplacian (4 neighbours) of the inner pixels; 0 where there are none. */
export function sharpness({ height, width, values }: Plane): number {
  let sum = 0;
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      const around = values[at - 1]! + values[at + 1]! + values[at - width]! + values[at + width]!;
      sum += Math.abs(4 * values[at]! - around);
    }
  }
  const inner = Math.max(0, height - 2) * Math.max(0, width - 2);
  return inner === 0 ? 0 : sum / inner;
}
