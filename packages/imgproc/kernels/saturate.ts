import { Blend } from './blend';
import { Planes } from './planes';

/** The orders of bytes that make of 8 values of 16 bits those of the channels of 8 pixels, 8 values each. */
const CHANNELS = memory.data<u8>([
  0, 255, 0, 255, 0, 255, 2, 255, 2, 255, 2, 255, 4, 255, 4, 255, 4, 255, 6, 255, 6, 255, 6, 255, 8,
  255, 8, 255, 8, 255, 10, 255, 10, 255, 10, 255, 12, 255, 12, 255, 12, 255, 14, 255, 14, 255, 14,
  255,
]);

/** Blends each pixel of RGB with its luminance. Reads and writes up to 21 bytes after the source and the target. */
export function saturate(source: usize, length: usize, factor: f32, target: usize): void {
  const factors = f32x4.splat(factor);
  const end = source + length;
  for (; source < end; source += 24, target += 24) {
    const grey = Planes.luma(source);
    for (let at: usize = 0; at < 24; at += 8) {
      const from = i8x16.swizzle(grey, v128.load(CHANNELS + 2 * at));
      Blend.store(target + at, from, v128.load_ext<u8>(source + at), factors);
    }
  }
}
