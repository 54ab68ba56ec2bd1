import { Four } from './sextant';

/**
 * The offsets of the tables of `shiftHsv`, 256 entries each. Before these lie the divisors for the saturation (i32). `HUE_DIVISORS` are i32;
 * `AFTER` and `BEFORE`, the distances of a hue from the two ends of its sextant, `PARTS` (saturation) and `WHOLES` (value) are f32;
 * `ORDERS` are those of `Four.store`.
 */
const HUE_DIVISORS: usize = 1024;
const AFTER: usize = 2048;
const BEFORE: usize = 3072;
const PARTS: usize = 4096;
const WHOLES: usize = 5120;
const ORDERS: usize = 6144;

/** Converts RGB to the integer HSV of OpenCV and back; the tables hold what is added between. Reads and writes up to 13 bytes more. */
export function shiftHsv(source: usize, length: usize, tables: usize, target: usize): void {
  const half = i32x4.splat(2048);
  const one = f32x4.splat(1);
  const end = source + length;
  for (; source < end; source += 12, target += 12) {
    const pixels = v128.load(source);
    const red = Four.red(pixels);
    const green = Four.green(pixels);
    const blue = Four.blue(pixels);
    const largest = i32x4.max_s(i32x4.max_s(red, green), blue);
    const range = i32x4.sub(largest, i32x4.min_s(i32x4.min_s(red, green), blue));
    const ofGreen = i32x4.add(i32x4.sub(blue, red), i32x4.shl(range, 1));
    const ofBlue = i32x4.add(i32x4.sub(red, green), i32x4.shl(range, 2));
    const ofOthers = v128.bitselect(ofGreen, ofBlue, i32x4.eq(largest, green));
    const turn = v128.bitselect(i32x4.sub(green, blue), ofOthers, i32x4.eq(largest, red));
    const turns = i32x4.mul(turn, Four.entries(tables + HUE_DIVISORS, range));
    const sixths = i32x4.shr_s(i32x4.add(turns, half), 12);
    const hue = i32x4.add(sixths, v128.and(i32x4.splat(180), i32x4.shr_s(sixths, 31)));
    const shares = i32x4.mul(range, Four.entries(tables, largest));
    const saturation = i32x4.shr_s(i32x4.add(shares, half), 12);
    const part = Four.entries(tables + PARTS, saturation);
    const whole = Four.entries(tables + WHOLES, largest);
    Four.store(
      target,
      Four.entries(tables + ORDERS, hue),
      Value.bytes(whole),
      Value.bytes(f32x4.mul(whole, Value.rest(part, Four.entries(tables + AFTER, hue)))),
      Value.bytes(f32x4.mul(whole, Value.rest(part, Four.entries(tables + BEFORE, hue)))),
      Value.bytes(f32x4.mul(whole, f32x4.sub(one, part))),
    );
  }
}

/** AssemblyScript inlines methods. */
class Value {
  /** Four shares of 255 as bytes. */
  @inline
  static bytes(shares: v128): v128 {
    return Four.rounded(f32x4.mul(shares, f32x4.splat(255)));
  }

  /** `1 - part * place` in double precision, rounded once to single precision. */
  @inline
  static rest(part: v128, place: v128): v128 {
    const one = f64x2.splat(1);
    const low = f64x2.mul(f64x2.promote_low_f32x4(part), f64x2.promote_low_f32x4(place));
    const high = f64x2.mul(Four.upper(part), Four.upper(place));
    return Four.single(f64x2.sub(one, low), f64x2.sub(one, high));
  }
}
