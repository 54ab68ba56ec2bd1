import { redmeanDistance } from './redmean-distance.ts';

/** A colour to keep, with all colours within a squared redmean distance of it: 0 to about 585,000. */
export interface PaletteColour {
  /** Red, green, blue, 0 to 255. */
  readonly colour: readonly [number, number, number];
  readonly threshold: number;
}

const COLOURS = 1 << 24;

/**
 * One bit for each of the 2^24 colours, set where the colour lies within the threshold of a palette colour. The bit of
 * colour `n = red << 16 | green << 8 | blue` is bit `n & 31` of word `n >> 5`. The table, 2 MiB, lies in shared memory where
 * there is any, so that threads can share it.
 */
export function buildMaskTable(palette: readonly PaletteColour[]): Uint32Array {
  const Memory = typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer; // pages that are not isolated have none
  const table = new Uint32Array(new Memory(COLOURS / 8));
  for (const entry of palette) keepNear(table, entry);
  return table;
}

/** Sets the bits of the colours near one colour. Only a box is searched: the threshold limits the distance in each channel. */
function keepNear(table: Uint32Array, { colour, threshold }: PaletteColour): void {
  const distance = redmeanDistance(colour);
  const reach = Math.sqrt((threshold + 1) / 2); // the weights of red and blue are at least 2, rounded down
  const [reds, greens, blues] = [
    around(colour[0], reach),
    around(colour[1], Math.sqrt(threshold) / 2),
    around(colour[2], reach),
  ];
  for (let red = reds.first; red <= reds.last; red++) {
    for (let green = greens.first; green <= greens.last; green++) {
      for (let blue = blues.first; blue <= blues.last; blue++) {
        const isNear = Number(distance(red, green, blue) <= threshold);
        const number = (red << 16) | (green << 8) | blue;
        table[number >>> 5]! |= isNear << (number & 31);
      }
    }
  }
}

function around(value: number, reach: number): { first: number; last: number } {
  return {
    first: Math.max(0, Math.floor(value - reach)),
    last: Math.min(255, Math.ceil(value + reach)),
  };
}
