import type { ImageSize } from './image-size.ts';
import { inSteps, type PointsOf } from './points.ts';

/** By what each column of cells, and each row of cells, is stretched in the source. */
export interface GridStretches {
  readonly right: readonly number[];
  readonly down: readonly number[];
}

/**
 * The points of a distorted grid, whose lines stay straight: `generate_grid` of albumentations 2.0.8 with normalised steps.
 */
export function gridPoints({ height, width }: ImageSize, { right, down }: GridStretches): PointsOf {
  const columns = stretched(width, right).map(inSteps);
  const rows = stretched(height, down).map(inSteps);
  return (row, x, y) => {
    x.set(columns);
    y.fill(rows[row]!);
  };
}

/**
 * The coordinate in the source of each pixel along one side. All cells have the same number of pixels, except for the last one, which has
 * the rest of them. All stretches but the last belong to a whole cell.
 */
export function stretched(side: number, stretches: readonly number[]): Float32Array {
  const cells = Math.min(stretches.length - 1, side);
  const step = Math.floor(side / cells);
  const rest = side - cells * step;
  const factors = [...stretches.slice(0, cells), stretches[cells]! * (rest / step)];
  const scale = side / step / factors.reduce((sum, factor) => sum + factor, 0);
  const result = new Float32Array(side);
  let from = 0;
  for (const [cell, factor] of factors.entries()) {
    const to = from + step * (factor * scale);
    const start = cell * step;
    const count = cell === cells ? rest : step;
    for (let at = 0; at < count; at++)
      result[start + at] = at * ((to - from) / (count - 1 || 1)) + from;
    if (count > 1) result[start + count - 1] = to;
    from = to;
  }
  return result;
}
