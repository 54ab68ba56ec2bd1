import type { MeanColour } from '@sprout/core';

/** A sum of colours. */
export interface ColourSum {
  /** Adds the pixel whose first channel is at `at`. Grey counts as red, green and blue. */
  add(data: Uint8Array, at: number, channels: number): void;
  mean(): MeanColour;
}

/** An empty sum. */
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
