import type { Canvas, Colour } from './canvas.ts';
import { blend, ease, latticeNoise } from './grain.ts';
import type { Light } from './light.ts';

/** A layer of stones, one somewhere in each cell of a lattice. */
export interface Stones {
  /** The side of a cell in pixels. */
  readonly spacing: number;
  readonly columns: number;
  /** A cell's five numbers: x and y in cells, radius in cells, brightness, kind; all but the radius 0 to 1 or a position. */
  readonly cells: Float64Array;
}

const FIELDS = 5;
/** Pebbles and grit as in photographs: tan, grey-brown, brown, ochre, dark, quartz; mixed with what most tend to. */
const STONES: readonly Colour[] = (
  [
    [172, 143, 106],
    [146, 121, 94],
    [124, 97, 70],
    [168, 118, 72],
    [158, 134, 104],
    [98, 80, 64],
    [186, 164, 134],
    [204, 190, 168],
  ] as const
).map(([red, green, blue]) => [
  blend(146, red, 0.62),
  blend(121, green, 0.62),
  blend(93, blue, 0.62),
]);

/** Scatters stones over a canvas and one cell beyond its edges. */
export function layStones(
  { height, width }: Canvas,
  { spacing, seed }: { readonly spacing: number; readonly seed: number },
): Stones {
  const columns = Math.ceil(width / spacing) + 3;
  const rows = Math.ceil(height / spacing) + 3;
  const cells = new Float64Array(columns * rows * FIELDS);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += FIELDS) {
      cells[at] = column + latticeNoise(column, row, seed);
      cells[at + 1] = row + latticeNoise(column, row, seed + 1);
      cells[at + 2] = 0.42 + 0.3 * latticeNoise(column, row, seed + 2);
      cells[at + 3] = latticeNoise(column, row, seed + 3);
      cells[at + 4] = latticeNoise(column, row, seed + 4);
    }
  }
  return { spacing, columns, cells };
}

/** Covers `colour` where the pixel lies on a stone, shades it where the pixel lies beside one. */
export function paintStone(
  stones: Stones,
  pixel: readonly [column: number, row: number],
  { light, colour }: { readonly light: Light; readonly colour: [number, number, number] },
): void {
  const { spacing, columns, cells } = stones;
  const x = pixel[0] / spacing + 1;
  const y = pixel[1] / spacing + 1;
  const first = (Math.floor(y) - 1) * columns + Math.floor(x) - 1;
  let nearest = 9;
  let second = 9;
  let stone = 0;
  for (let cell = 0; cell < 9; cell++) {
    const at = (first + Math.floor(cell / 3) * columns + (cell % 3)) * FIELDS;
    const away = (x - cells[at]!) ** 2 + (y - cells[at + 1]!) ** 2;
    if (away < nearest) {
      second = nearest;
      nearest = away;
      stone = at;
    } else if (away < second) {
      second = away;
    }
  }
  const distance = Math.sqrt(nearest);
  const roundness = distance / cells[stone + 2]!;
  const body = ease((1 - roundness) * 5) * ease((Math.sqrt(second) - distance) * 5);
  const hollow = 0.7 + 0.3 * ease((roundness - 0.8) * 2);
  const slope = (x - cells[stone]!) * light.towards[0] + (y - cells[stone + 1]!) * light.towards[1];
  const shade =
    0.84 + 0.26 * cells[stone + 3]! + 0.5 * slope * light.direct - 0.14 * roundness ** 2;
  const own = STONES[Math.floor(cells[stone + 4]! * STONES.length)]!;
  for (let channel = 0; channel < 3; channel++) {
    colour[channel] = blend(colour[channel]! * hollow, own[channel]! * shade, body);
  }
}
