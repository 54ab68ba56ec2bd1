import { Four } from './sextant';

/**
 * Converts RGB to the HSV of Pillow, adds `steps` to the hue, and converts back. Reads and writes up to 13 bytes more.
 *
 * @param tables 256 entries each: bytes divided by 255, and distances of a hue from the start of its sextant (f32); sextants (u8).
 */
export function turnHue(
  source: usize,
  length: usize,
  steps: i32,
  tables: usize,
  target: usize,
): void {
  const end = source + length;
  for (; source < end; source += 12, target += 12) {
    const pixels = v128.load(source);
    const red = Four.channel(pixels, 0);
    const green = Four.channel(pixels, 1);
    const blue = Four.channel(pixels, 2);
    const largest = i32x4.max_s(i32x4.max_s(red, green), blue);
    const range = i32x4.sub(largest, i32x4.min_s(i32x4.min_s(red, green), blue));
    const value = f32x4.convert_i32x4_s(largest);
    const width = f32x4.convert_i32x4_s(range);
    const divisor = f32x4.max(width, f32x4.splat(1)); // of grey, whose hue is 0
    const redPart = f32x4.div(f32x4.sub(value, f32x4.convert_i32x4_s(red)), divisor);
    const greenPart = f32x4.div(f32x4.sub(value, f32x4.convert_i32x4_s(green)), divisor);
    const bluePart = f32x4.div(f32x4.sub(value, f32x4.convert_i32x4_s(blue)), divisor);
    const isRed = i32x4.eq(largest, red);
    const isGreen = i32x4.eq(largest, green);
    const start = v128.andnot(v128.bitselect(f32x4.splat(2), f32x4.splat(4), isGreen), isRed);
    const more = v128.bitselect(bluePart, v128.bitselect(redPart, greenPart, isGreen), isRed);
    const less = v128.bitselect(greenPart, v128.bitselect(bluePart, redPart, isGreen), isRed);
    const sixths = Four.single(
      Turn.sixths(
        f64x2.promote_low_f32x4(start),
        f64x2.promote_low_f32x4(more),
        f64x2.promote_low_f32x4(less),
      ),
      Turn.sixths(Four.upper(start), Four.upper(more), Four.upper(less)),
    );
    const turn = Four.single(
      Turn.share(f64x2.promote_low_f32x4(sixths)),
      Turn.share(Four.upper(sixths)),
    );
    const hue = v128.and(i32x4.add(Turn.bytes(turn), i32x4.splat(steps)), i32x4.splat(255));
    const saturation = Turn.bytes(f32x4.div(width, f32x4.max(value, f32x4.splat(1))));
    const part = Four.entries(tables, saturation);
    const after = Four.entries(tables + 1024, hue);
    const lowValue = f64x2.promote_low_f32x4(value);
    const highValue = Four.upper(value);
    const lowPart = f64x2.promote_low_f32x4(part);
    const highPart = Four.upper(part);
    const lowAfter = f64x2.promote_low_f32x4(after);
    const highAfter = Four.upper(after);
    const one = f64x2.splat(1);
    Four.store(
      target,
      tables + 2048,
      hue,
      largest,
      Four.whole(
        Turn.dimmed(lowValue, f64x2.mul(lowPart, lowAfter)),
        Turn.dimmed(highValue, f64x2.mul(highPart, highAfter)),
      ),
      Four.whole(
        Turn.dimmed(lowValue, f64x2.mul(lowPart, f64x2.sub(one, lowAfter))),
        Turn.dimmed(highValue, f64x2.mul(highPart, f64x2.sub(one, highAfter))),
      ),
      Four.whole(Turn.dimmed(lowValue, lowPart), Turn.dimmed(highValue, highPart)),
    );
  }
}

/** Operations of Pillow on two doubles, or four numbers in single precision. AssemblyScript inlines methods. */
class Turn {
  @inline
  static sixths(start: v128, more: v128, less: v128): v128 {
    return f64x2.sub(f64x2.add(start, more), less);
  }

  /** Sixths of a circle, at least -1, as a share of the circle. */
  @inline
  static share(sixths: v128): v128 {
    const one = f64x2.splat(1);
    const turn = f64x2.add(f64x2.div(sixths, f64x2.splat(6)), one);
    return f64x2.sub(turn, v128.and(one, f64x2.ge(turn, one)));
  }

  /** Shares of 255, rounded towards zero. */
  @inline
  static bytes(shares: v128): v128 {
    const most = f64x2.splat(255);
    return Four.whole(
      f64x2.mul(f64x2.promote_low_f32x4(shares), most),
      f64x2.mul(Four.upper(shares), most),
    );
  }

  /** A value minus a share of it, plus a half for rounding. */
  @inline
  static dimmed(value: v128, share: v128): v128 {
    return f64x2.add(f64x2.mul(value, f64x2.sub(f64x2.splat(1), share)), f64x2.splat(0.5));
  }
}
