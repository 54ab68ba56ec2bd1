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
  const edges = edgesOf(points);
  const crossings = new Float64Array(edges.length);
  const top = Math.max(0, Math.ceil(Math.min(...edges.map(({ least }) => least))));
  const end = Math.min(height, Math.max(...edges.map(({ most }) => most)));
  for (let row = top; row < end; row++) {
    const count = cross(edges, row, crossings);
    for (let at = 0; at < count; at += 2) {
      const [first, last] = [Math.ceil(crossings[at]!), Math.floor(crossings[at + 1]!)];
      if (first <= last) runs.push({ row, first, last });
    }
  }
  return runs;
}

interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The smaller and the larger one of `y0` and `y1`. */
  readonly least: number;
  readonly most: number;
}

function edgesOf(points: readonly Point[]): Edge[] {
  return points.map(([x0, y0], index) => {
    const [x1, y1] = points[(index + 1) % points.length]!;
    return { x0, y0, x1, y1, least: Math.min(y0, y1), most: Math.max(y0, y1) };
  });
}

/** Writes the columns in which edges cross a row, in ascending order. Returns their number. */
function cross(edges: readonly Edge[], row: number, crossings: Float64Array): number {
  let count = 0;
  for (const { x0, y0, x1, y1, least, most } of edges) {
    if (row < least || row >= most) continue;
    const column = x0 + ((row - y0) * (x1 - x0)) / (y1 - y0);
    let at = count++;
    for (; at > 0 && crossings[at - 1]! > column; at--) crossings[at] = crossings[at - 1]!;
    crossings[at] = column;
  }
  return count;
}
