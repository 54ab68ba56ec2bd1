import { Lanes } from './lanes';

/** Pairs of weights: of red and green, and of blue and green, for luma; of red and green for Cb; of green and blue for Cr. */
const WEIGHTS = memory.data<i16>([
  19595, 22086, 19595, 22086, 19595, 22086, 19595, 22086, 7471, 16384, 7471, 16384, 7471, 16384,
  7471, 16384, -11059, -21709, -11059, -21709, -11059, -21709, -11059, -21709, -27439, -5329,
  -27439, -5329, -27439, -5329, -27439, -5329,
]);
export const FOR_BLUE: usize = WEIGHTS + 32;
export const FOR_RED: usize = WEIGHTS + 48;
const LUMA_BIAS: i32 = 32768;
const CHROMA_BIAS: i32 = (128 << 16) + 32767;

/** The channels of 8 pixels of RGB, and what libjpeg and Pillow make of them. AssemblyScript inlines methods. */
export class Planes {
  @inline
  static red(pixels: usize): v128 {
    const first = i8x16(0, -1, 3, -1, 6, -1, 9, -1, 12, -1, 15, -1, -1, -1, -1, -1);
    const rest = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 10, -1, 13, -1);
    return v128.or(
      i8x16.swizzle(v128.load(pixels), first),
      i8x16.swizzle(v128.load(pixels, 8), rest),
    );
  }

  @inline
  static green(pixels: usize): v128 {
    const first = i8x16(1, -1, 4, -1, 7, -1, 10, -1, 13, -1, -1, -1, -1, -1, -1, -1);
    const rest = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 8, -1, 11, -1, 14, -1);
    return v128.or(
      i8x16.swizzle(v128.load(pixels), first),
      i8x16.swizzle(v128.load(pixels, 8), rest),
    );
  }

  @inline
  static blue(pixels: usize): v128 {
    const first = i8x16(2, -1, 5, -1, 8, -1, 11, -1, 14, -1, -1, -1, -1, -1, -1, -1);
    const rest = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 9, -1, 12, -1, 15, -1);
    return v128.or(
      i8x16.swizzle(v128.load(pixels), first),
      i8x16.swizzle(v128.load(pixels, 8), rest),
    );
  }

  /** The luma of the 8 pixels at an address, as numbers of 16 bits. */
  @inline
  static luma(pixels: usize): v128 {
    const r = Planes.red(pixels);
    const g = Planes.green(pixels);
    const b = Planes.blue(pixels);
    return i16x8.narrow_i32x4_s(Planes.firstLumas(r, g, b), Planes.lastLumas(r, g, b));
  }

  /** The luma of the first four of 8 pixels, as numbers of 32 bits. */
  @inline
  static firstLumas(r: v128, g: v128, b: v128): v128 {
    return Planes.lumaOf(Lanes.low(r, g), Lanes.low(b, g));
  }

  /** That of the other four. */
  @inline
  static lastLumas(r: v128, g: v128, b: v128): v128 {
    return Planes.lumaOf(Lanes.high(r, g), Lanes.high(b, g));
  }

  /** 0.299 red + 0.587 green + 0.114 blue; the weight of green is too large for one product. */
  @inline
  static storeLuma(target: usize, r: v128, g: v128, b: v128): void {
    Lanes.storeEight(target, Planes.firstLumas(r, g, b), Planes.lastLumas(r, g, b));
  }

  @inline
  static lumaOf(rg: v128, bg: v128): v128 {
    const sum = i32x4.add(
      i32x4.dot_i16x8_s(rg, v128.load(WEIGHTS)),
      i32x4.dot_i16x8_s(bg, v128.load(WEIGHTS, 16)),
    );
    return i32x4.shr_s(i32x4.add(sum, i32x4.splat(LUMA_BIAS)), 16);
  }

  /** Half of one channel less two others, and 128. */
  @inline
  static chroma(a: v128, b: v128, half: v128, weights: usize): v128 {
    const weight = v128.load(weights);
    const bias = i32x4.splat(CHROMA_BIAS);
    const low = i32x4.add(i32x4.shl(i32x4.extend_low_i16x8_u(half), 15), bias);
    const high = i32x4.add(i32x4.shl(i32x4.extend_high_i16x8_u(half), 15), bias);
    return i16x8.narrow_i32x4_s(
      i32x4.shr_s(i32x4.add(low, i32x4.dot_i16x8_s(Lanes.low(a, b), weight)), 16),
      i32x4.shr_s(i32x4.add(high, i32x4.dot_i16x8_s(Lanes.high(a, b), weight)), 16),
    );
  }

  /** A quarter of the sums of two neighbours. */
  @inline
  static mean(sums: v128, turns: v128): v128 {
    return i32x4.shr_s(i32x4.add(i32x4.extadd_pairwise_i16x8_s(sums), turns), 2);
  }
}
