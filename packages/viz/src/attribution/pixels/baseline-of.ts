import { shapeMismatch } from '@sprout/core';

/** The image that others are compared with: a colour, one number for each channel, or an image. 0 to 255. */
export type BaselineImage = readonly number[] | Float32Array;

/** A baseline as an image. Black by default. @throws {SproutError} `shape-mismatch` */
export function baselineOf(
  baseline: BaselineImage | undefined,
  shape: readonly [number, number, number],
): Float32Array {
  const size = shape[0] * shape[1] * shape[2];
  if (baseline === undefined) return new Float32Array(size);
  if (baseline.length === size) return Float32Array.from(baseline);
  if (baseline.length === shape[2])
    return Float32Array.from({ length: size }, (_, at) => baseline[at % shape[2]]!);
  throw shapeMismatch('The baseline', { expected: shape, received: [baseline.length] });
}
