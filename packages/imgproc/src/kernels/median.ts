import { checkRaster, type Raster, SproutError } from '@sprout/core';
import { medianInWasm } from './median-in-wasm.ts';
import { medianNarrow } from './median-narrow.ts';
import { medianThree } from './median-three.ts';
import { medianWide } from './median-wide.ts';

/** The largest window whose pixels can be counted in eight bits. */
const LARGEST_NARROW = 15;
const LARGEST = 255;

/**
 * The median of each square window, channel by channel; the edge is repeated outwards. Equal to `cv2.medianBlur`
 * bit for bit. The time hardly depends on the size. It is short where most of each window is black, as after a colour
 * mask, because the median is then known without counting.
 *
 * @param source Only read.
 * @param size The window's side: odd, 1 to 255.
 * @returns A new raster of the same shape.
 * @throws {SproutError} `option-invalid`, `shape-mismatch`.
 * @see Perreault and Hébert 2007, "Median filtering in constant time".
 */
export function medianBlur(source: Raster, size: number): Raster {
  checkRaster(source);
  if (!(size >= 1 && size <= LARGEST && size % 2 === 1)) {
    const rule = `an odd number from 1 to ${LARGEST}`;
    throw new SproutError('option-invalid', { option: 'size', value: String(size), rule });
  }
  if (size === 1) return { ...source, data: source.data.slice() };
  const fast = source.channels === 3 ? medianInWasm(source, size) : undefined;
  if (fast !== undefined) return { ...source, data: fast };
  if (size === 3 && source.channels === 3) return { ...source, data: medianThree(source) };
  const median = size <= LARGEST_NARROW ? medianNarrow : medianWide;
  return { ...source, data: median(source, size) };
}
