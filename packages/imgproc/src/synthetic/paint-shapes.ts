import { latticeNoise } from './grain.ts';
import type { Canvas, Colour } from './canvas.ts';

/** Gives the share of a colour, 0 to 1, at a pixel. */
export type Cover = (x: number, y: number) => number;

/** Mixes a colour, with a little grain, into the pixels that a shape covers. */
export function paintShape(
  { height, width, data }: Canvas,
  colour: Colour,
  { cover, seed }: { readonly cover: Cover; readonly seed: number },
): void {
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const share = cover(column, row);
      if (share <= 0) continue;
      const grain = 0.92 + 0.16 * latticeNoise(column, row, seed);
      for (let channel = 0; channel < 3; channel++) {
        const old = data[at + channel]!;
        data[at + channel] = old + (colour[channel]! * grain - old) * Math.min(1, share);
      }
    }
  }
}

/** A disc with a soft edge of one pixel. */
export function disc(x: number, y: number, radius: number): Cover {
  return (column, row) => radius + 0.5 - Math.hypot(column - x, row - y);
}

/** A stroke with round ends from one point to another. */
export function stroke(from: Point, to: Point, radius: number): Cover {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy || 1;
  return (column, row) => {
    const along = ((column - from.x) * dx + (row - from.y) * dy) / length;
    const near = Math.max(0, Math.min(1, along));
    return radius + 0.5 - Math.hypot(column - from.x - near * dx, row - from.y - near * dy);
  };
}

/** An upright or turned rectangle. */
export function rectangle(centre: Point, half: Point, radians: number): Cover {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return (column, row) => {
    const [x, y] = [column - centre.x, row - centre.y];
    const inside = Math.min(
      half.x - Math.abs(x * cos + y * sin),
      half.y - Math.abs(y * cos - x * sin),
    );
    return inside + 0.5;
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
