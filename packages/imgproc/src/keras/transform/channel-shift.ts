import type { Planes } from './planes.ts';

/**
 * Adds a number to all values, or one number to those of each channel, and clips to the range of the values before:
 * `apply_channel_shift` of Keras.
 *
 * @param source Only read.
 */
export function channelShift(source: Planes, shift: number | readonly number[]): Planes {
  const { data, height, width } = source;
  const [least, most] = rangeOf(data);
  const result = new Float32Array(data.length);
  const size = height * width;
  for (let at = 0; at < data.length; at++) {
    const added = typeof shift === 'number' ? shift : shift[Math.trunc(at / size)]!; // one for each channel
    const value = Math.fround(data[at]! + Math.fround(added)); // within the data
    result[at] = Math.min(most, Math.max(least, value));
  }
  return { ...source, data: result, order: 'channels-first' };
}

/** The smallest and the largest value. */
export function rangeOf(data: Float32Array): readonly [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
