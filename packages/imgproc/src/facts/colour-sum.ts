import type { MeanColour } from '@sprout/core';

/** Adds up colours pixel by pixel. */
export interface ColourSum {
  /** Adds the pixel whose first channel is at `at`; grey counts for all three channels. */
  add(data: Uint8Array, at: number, channels: number): void;
  mean(): MeanColour;
}

/** A sum without a colour in it yet. */
export function colourSum(): ColourSum {
  let red = 0;
  let green = 0;
  let blue = 0;
  let count = 0;
  return {
    add: (data, at, channels) => {
      red += data[at]!;
      green += data[channels < 3 ? at : at + 1]!;
      blue += data[channels < 3 ? at : at + 2]!;
      count++;
    },
    mean: () => [red / count, green / count, blue / count],
  };
}
