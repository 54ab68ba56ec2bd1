type Point = readonly [x: number, y: number];

/** Part of a row: the columns `first` to `last`, which may lie outside the image. */
export interface Run {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The runs of pixels whose centres lie inside a polygon by the even-odd rule; its edges may cross. The centre of the first pixel is at 0, 0.
 */
export function polygonRuns(points: readonly Point[], height: number): Run[] {
  const runs: Run[] = [];
  const crossings: number[] = [];
  for (let row = 0; row < height; row++) {
    crossings.length = 0;
    for (let index = 0; index < points.length; index++) {
      const [[x0, y0], [x1, y1]] = [points[index]!, points[(index + 1) % points.length]!];
      if (row < Math.min(y0, y1) || row >= Math.max(y0, y1)) continue;
      crossings.push(x0 + ((row - y0) * (x1 - x0)) / (y1 - y0));
    }
    crossings.sort((a, b) => a - b);
    for (let at = 0; at < crossings.length; at += 2) {
      const [first, last] = [Math.ceil(crossings[at]!), Math.floor(crossings[at + 1]!)];
      if (first <= last) runs.push({ row, first, last });
    }
  }
  return runs;
}
