import type { Plane } from './plane.ts';

/** Resizes a plane by the mean over equal areas, also to a larger size. */
export function shrink(
  plane: Plane,
  size: { readonly height: number; readonly width: number },
): Plane {
  const { values, height, width } = plane;
  const narrow = shrinkRows({ values, rows: height, length: width }, size.width);
  const turned = transpose(narrow, { rows: height, length: size.width });
  const short = shrinkRows({ values: turned, rows: size.width, length: height }, size.height);
  return { ...size, values: transpose(short, { rows: size.width, length: size.height }) };
}

interface Rows {
  readonly values: Float32Array;
  readonly rows: number;
  readonly length: number;
}

function shrinkRows({ values, rows, length }: Rows, target: number): Float32Array {
  const result = new Float32Array(rows * target);
  const step = length / target;
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < target; cell++) {
      result[row * target + cell] = areaMean(values, {
        start: row * length,
        from: cell * step,
        step,
        length,
      });
    }
  }
  return result;
}

/** The mean over `from` to `from + step`. A pixel at either end counts by its share in the area. */
function areaMean(
  values: Float32Array,
  area: {
    readonly start: number;
    readonly from: number;
    readonly step: number;
    readonly length: number;
  },
): number {
  const to = Math.min(area.length, area.from + area.step);
  let sum = 0;
  for (let at = Math.floor(area.from); at < to; at++) {
    const share = Math.min(at + 1, to) - Math.max(at, area.from);
    sum += values[area.start + at]! * share;
  }
  return sum / (to - area.from);
}

function transpose(
  values: Float32Array,
  { rows, length }: { rows: number; length: number },
): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < length; column++) {
      turned[column * rows + row] = values[row * length + column]!;
    }
  }
  return turned;
}
