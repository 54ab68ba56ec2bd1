import type { Raster } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';

export interface DropOptions {
  /** The probability of each pixel, 0 to 1. */
  readonly probability: number;
  /** Whether each value is dropped on its own. */
  readonly eachChannel: boolean;
  /** The value of each channel of a dropped pixel. */
  readonly colour: readonly number[];
}

/**
 * A new raster in which some pixels are replaced, each with the same probability. The gaps between them are drawn from a geometric
 * distribution, so that only replaced pixels need a random number.
 *
 * @param unit Gives random numbers, 0 to 1.
 */
export function dropPixels(
  source: Raster,
  unit: () => number,
  { probability, eachChannel, colour }: DropOptions,
): Raster {
  const { channels } = source;
  const data = copyBytes(source.data);
  const step = eachChannel ? 1 : channels;
  const count = data.length / step;
  const gap = gapsOf(unit, probability);
  const [red = 0, green = 0, blue = 0] = colour;
  for (let next = gap(); next < count; next += 1 + gap()) {
    const start = next * step;
    if (step === 3) {
      data[start] = red;
      data[start + 1] = green;
      data[start + 2] = blue;
    } else for (let at = start; at < start + step; at++) data[at] = colour[at % channels]!;
  }
  return { ...source, data };
}

/** A function that draws gaps: the whole part of `log(1 - u) / log(1 - probability)`, where `u` is a random number. */
function gapsOf(unit: () => number, probability: number): () => number {
  const scale = 1 / Math.log1p(-probability); // -0 where all are replaced
  const gapAt = (u: number): number => Math.floor(Math.log(1 - u) * scale);
  if (probability < LEAST_KNOWN) return () => gapAt(unit());
  const known = knownGaps(scale);
  return () => {
    const u = unit();
    const gap = known[Math.trunc(u * PARTS)]!; // u is below 1
    return gap === UNKNOWN ? gapAt(u) : gap;
  };
}

/** The parts of 0 to 1 whose gaps are computed in advance. */
const PARTS = 512;
/** With a smaller probability, most parts have several gaps. */
const LEAST_KNOWN = 0.1;
const UNKNOWN = -1;
/** More than the relative error of a logarithm. */
const DOUBT = 1e-9;

/** For each of `PARTS` equal parts of 0 to 1: the gap, or `UNKNOWN` if the part has several or one that its rounding may change. */
function knownGaps(scale: number): Int8Array {
  const known = new Int8Array(PARTS).fill(UNKNOWN);
  for (let part = 0; part < PARTS; part++) {
    const least = Math.floor(Math.log(1 - part / PARTS) * scale * (1 - DOUBT));
    const most = Math.floor(Math.log(1 - (part + 1) / PARTS) * scale * (1 + DOUBT));
    if (least === most) known[part] = least;
  }
  return known;
}
