import type { Canvas, Colour } from './canvas.ts';
import { blend, ease, latticeNoise } from './grain.ts';
import type { Light } from './light.ts';

/** A layer of stones: one at a random point of each cell of a lattice (Worley noise). */
interface Stones {
  /** The side of a cell in pixels. */
  readonly spacing: number;
  readonly columns: number;
  /** Five numbers for each cell: x, y and radius in cells, brightness and kind from 0 to 1. */
  readonly cells: Float64Array;
}

const FIELDS = 5;
/** The colours of pebbles and grit in photographs: tan, grey-brown, brown, ochre, beige, dark, sand, quartz. */
const STONES: readonly Colour[] = [
  [159, 132, 100],
  [146, 121, 94],
  [135, 109, 82],
  [157, 120, 83],
  [152, 128, 99],
  [122, 101, 79],
  [166, 143, 114],
  [175, 156, 131],
];

/** Draws the stones of all cells of a canvas and of one cell more on each side. */
function layStones(
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

/** Replaces `colour` where the pixel lies on a stone, and darkens it where the pixel lies beside one. */
export type PaintStone = (column: number, row: number, colour: [number, number, number]) => void;

/** Scatters a layer of stones over a canvas. */
export function scatterStones(
  canvas: Canvas,
  { light, ...layout }: { readonly spacing: number; readonly seed: number; readonly light: Light },
): PaintStone {
  const stones = layStones(canvas, layout);
  const { cells, spacing } = stones;
  const near: Near = { stone: 0, distance: 0, gap: 0 };
  return (column, row, colour) => {
    const x = column / spacing + 1;
    const y = row / spacing + 1;
    findNearest(stones, { x, y, near });
    const stone = near.stone;
    const roundness = near.distance / cells[stone + 2]!;
    const body = ease((1 - roundness) * 5) * ease(near.gap * 5);
    const hollow = 0.7 + 0.3 * ease((roundness - 0.8) * 2);
    const slope =
      (x - cells[stone]!) * light.towards[0] + (y - cells[stone + 1]!) * light.towards[1];
    const shade =
      0.84 + 0.26 * cells[stone + 3]! + 0.5 * slope * light.direct - 0.14 * roundness * roundness;
    const own = STONES[Math.floor(cells[stone + 4]! * STONES.length)]!;
    for (let channel = 0; channel < 3; channel++) {
      colour[channel] = blend(colour[channel]! * hollow, own[channel]! * shade, body);
    }
  };
}

/** The stone nearest to a point. One object serves for all pixels, to save allocations. */
interface Near {
  /** The index of its first number in `cells`. */
  stone: number;
  /** In cells. */
  distance: number;
  /** How much farther away the second nearest stone is. */
  gap: number;
}

function findNearest(
  { columns, cells }: Stones,
  { x, y, near }: { readonly x: number; readonly y: number; readonly near: Near },
): void {
  const first = (Math.floor(y) - 1) * columns + Math.floor(x) - 1;
  let nearest = 9;
  let second = 9;
  for (let cell = 0; cell < 9; cell++) {
    const at = (first + Math.floor(cell / 3) * columns + (cell % 3)) * FIELDS;
    const away = (x - cells[at]!) ** 2 + (y - cells[at + 1]!) ** 2;
    if (away < nearest) {
      second = nearest;
      nearest = away;
      near.stone = at;
    } else if (away < second) {
      second = away;
    }
  }
  near.distance = Math.sqrt(nearest);
  near.gap = Math.sqrt(second) - near.distance;
}
