import type { OpSpec, Raster } from '@sprout/core';
import { setUpOps } from './set-up-ops.ts';
import { numbered } from './numbered.ts';

const gray: Raster = { height: 4, width: 6, channels: 3, data: new Uint8Array(72).fill(119) };

/**
 * Applies an op to images that are easily forgotten: of one pixel, of one row, of one column, and of one colour, with ten draws each.
 *
 * @returns A line for each result whose number of values is not that of its size.
 */
export function failuresAtOddSizes(spec: OpSpec): string[] {
  const { draw, apply } = setUpOps([spec]);
  const sources = [numbered(1, 1), numbered(1, 5), numbered(5, 1), numbered(2, 2), gray];
  const lines: string[] = [];
  for (const source of sources) {
    for (let seed = 0; seed < 10; seed++) {
      const { height, width, channels, data } = apply(source, draw(seed));
      if (data.length === height * width * channels && height > 0 && width > 0) continue;
      lines.push(`${source.height} x ${source.width}, seed ${seed}`);
    }
  }
  return lines;
}
