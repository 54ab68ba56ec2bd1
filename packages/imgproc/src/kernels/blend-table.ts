import { valueTable } from './value-table.ts';

const { fround } = Math;

/**
 * `Image.blend` of Pillow for one value: `from + factor * (to - from)` in single precision, rounded down and limited to bytes.
 *
 * @param factor In single precision.
 */
export function blend(from: number, to: number, factor: number): number {
  const value = fround(from + fround(factor * (to - from)));
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value);
}

/** The table that blends each value with a constant: brightness for 0, contrast for the mean luminance. */
export function blendTable(from: number, factor: number): Uint8Array {
  const single = fround(factor);
  return valueTable((value) => blend(from, value, single));
}
