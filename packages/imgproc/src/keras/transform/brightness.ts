import { rangeOf } from './channel-shift.ts';
import type { Planes } from './planes.ts';
import type { KerasTraits } from './traits.ts';

const { fround } = Math;

interface BrightnessOptions {
  readonly factor: number;
  readonly stretch: KerasTraits['stretch'];
}

/**
 * Multiplies the brightness: `apply_brightness_shift` of Keras, which converts the values to bytes and uses Pillow's
 * `ImageEnhance.Brightness`. The alpha channel of four channels stays.
 *
 * @param source 1, 3 or 4 channels. Only read.
 * @returns Whole numbers from 0 to 255; with `stretch: 'outside'`, values that were outside are stretched back.
 */
export function brightness(source: Planes, { factor, stretch }: BrightnessOptions): Planes {
  const [least, most] = rangeOf(source.data);
  const isOutside = least < 0 || most > 255;
  const bytes = toBytes(
    source,
    stretch === 'outside' ? (isOutside ? 'from-least' : null) : stretch,
  );
  const { data } = bytes;
  const rounded = fround(factor);
  const colours = source.channels === 4 ? (data.length / 4) * 3 : data.length;
  for (let at = 0; at < colours; at++) data[at] = brightened(data[at]!, rounded); // within the data
  if (stretch === 'outside' && isOutside)
    for (let at = 0; at < data.length; at++) data[at] = unstretched(data[at]!, least, most); // within the data
  return { ...bytes, order: 'channels-last' };
}

/**
 * The bytes of an image, as `array_to_img` of Keras makes them.
 *
 * @param stretch The values that are stretched to 0 to 255; `null` to cut off fractions only.
 * @returns New planes of whole numbers from 0 to 255.
 */
export function toBytes(
  source: Planes,
  stretch: Exclude<KerasTraits['stretch'], 'outside'> | null,
): Planes {
  const [least, most] = rangeOf(source.data);
  const base = stretch === 'from-zero' ? Math.min(least, 0) : least;
  const range = fround(most - base);
  const data = source.data.map((value) =>
    toByte(stretch === null ? value : stretched(value, base, range)),
  );
  return { ...source, data };
}

/** A value of a range, mapped to 0 to 255 in float32 as NumPy does it. */
function stretched(value: number, base: number, range: number): number {
  const above = fround(value - base);
  return fround(fround(range === 0 ? above : above / range) * 255);
}

/** The inverse of `stretched`. */
function unstretched(value: number, least: number, most: number): number {
  return fround(fround(fround(value / 255) * fround(most - least)) + least);
}

/** The cast of NumPy from float32 to uint8: the fraction is cut off, and the rest taken modulo 256. */
function toByte(value: number): number {
  return Math.trunc(value) & 255;
}

/** `Image.blend` of black and a value. */
function brightened(byte: number, factor: number): number {
  return Math.trunc(Math.min(255, Math.max(0, fround(factor * byte))));
}
