import { valueTable } from './value-table.ts';

const { fround } = Math;

/**
 * The values `contrast * value + brightness * 255`, limited to 0 to 255 and rounded towards zero, in single precision: those
 * of albumentations 2.0.8.
 */
export function brightnessTable({
  brightness,
  contrast,
}: {
  readonly brightness: number;
  readonly contrast: number;
}): Uint8Array {
  const factor = fround(contrast);
  const offset = fround(brightness * 255);
  return valueTable((value) => Math.min(255, Math.max(0, fround(fround(value * factor) + offset))));
}
