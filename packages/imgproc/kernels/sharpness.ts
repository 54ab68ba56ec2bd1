import { Blend } from './blend';

/**
 * Blends the pixels of RGB with the mean of their neighbourhood, the middle counted five times, with the rounding of Pillow. Writes rows
 * without the first and the last of the image; the first and the last pixel of a row are wrong. Reads and writes up to 7 bytes after the
 * source and the target.
 */
export function sharpness(
  source: usize,
  stride: usize,
  height: i32,
  factor: f32,
  target: usize,
): void {
  const factors = f32x4.splat(factor);
  for (let row = 1; row < height - 1; row++) {
    const middle = source + <usize>row * stride;
    for (let x: usize = 3; x < stride - 3; x += 8) {
      const at = middle + x;
      const own = v128.load_ext<u8>(at);
      const rows = i16x8.add(
        i16x8.add(Window.across(at - stride), Window.across(at)),
        i16x8.add(Window.across(at + stride), i16x8.shl(own, 2)),
      );
      Blend.store(target + <usize>row * stride + x, Window.mean(rows), own, factors);
    }
  }
}

/** AssemblyScript inlines methods. */
class Window {
  /** The sums of 8 values and those of the pixels before and after them. */
  @inline
  static across(at: usize): v128 {
    return i16x8.add(
      v128.load_ext<u8>(at),
      i16x8.add(v128.load_ext<u8>(at - 3), v128.load_ext<u8>(at + 3)),
    );
  }

  /** 13ths, to the nearest whole number. No sum lies near the middle between two. */
  @inline
  static mean(sums: v128): v128 {
    return i16x8.narrow_i32x4_s(
      Window.four(i32x4.extend_low_i16x8_u(sums)),
      Window.four(i32x4.extend_high_i16x8_u(sums)),
    );
  }

  @inline
  static four(sums: v128): v128 {
    const parts = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(1.0 / 13));
    return i32x4.trunc_sat_f32x4_s(f32x4.add(parts, f32x4.splat(0.5)));
  }
}
