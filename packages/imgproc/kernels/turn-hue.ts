import { Four } from './sextant';

/** Numbers in single precision that are this near to a whole number are computed again as Pillow does. The error is less than half of this. */
const DOUBT: f32 = 0.00025;

/**
 * Converts RGB to the HSV of Pillow, adds `steps` to the hue, and converts back. Reads and writes up to 13 bytes more.
 *
 * @param tables 256 entries each: bytes divided by 255 (f32); for each hue its distance from the start of its sextant (f32), and the order of
 *   `Four.store` (4 bytes).
 */
export function turnHue(
  source: usize,
  length: usize,
  steps: i32,
  tables: usize,
  target: usize,
): void {
  const allSteps = i32x4.splat(steps);
  const end = source + length;
  for (; source < end; source += 12, target += 12) {
    const pixels = v128.load(source);
    if (!Single.turn(pixels, allSteps, tables, target)) turnExactly(pixels, steps, tables, target);
  }
}

/** Turns the hue of four pixels with the operations of Pillow. */
function turnExactly(pixels: v128, steps: i32, tables: usize, target: usize): void {
  const red = Four.red(pixels);
  const green = Four.green(pixels);
  const blue = Four.blue(pixels);
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
  const first = Four.firstEntries(tables + 1024, hue);
  const last = Four.lastEntries(tables + 1024, hue);
  const after = i32x4.shuffle(first, last, 0, 2, 4, 6);
  const lowValue = f64x2.promote_low_f32x4(value);
  const highValue = Four.upper(value);
  const lowPart = f64x2.promote_low_f32x4(part);
  const highPart = Four.upper(part);
  const lowAfter = f64x2.promote_low_f32x4(after);
  const highAfter = Four.upper(after);
  const one = f64x2.splat(1);
  Four.store(
    target,
    i32x4.shuffle(first, last, 1, 3, 5, 7),
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

/** Operations on four numbers in single precision. AssemblyScript inlines methods. */
class Single {
  /** Turns the hue of four pixels in single precision. Returns false where a number is in doubt. */
  @inline
  static turn(pixels: v128, steps: v128, tables: usize, target: usize): bool {
    const red = Four.red(pixels);
    const green = Four.green(pixels);
    const blue = Four.blue(pixels);
    const largest = i32x4.max_s(i32x4.max_s(red, green), blue);
    const range = i32x4.sub(largest, i32x4.min_s(i32x4.min_s(red, green), blue));
    const isRed = i32x4.eq(largest, red);
    const isGreen = i32x4.eq(largest, green);
    const start = v128.andnot(v128.bitselect(f32x4.splat(85), f32x4.splat(170), isGreen), isRed);
    const difference = v128.bitselect(
      i32x4.sub(green, blue),
      v128.bitselect(i32x4.sub(blue, red), i32x4.sub(red, green), isGreen),
      isRed,
    );
    const one = i32x4.splat(1);
    const parts = f32x4.mul(f32x4.convert_i32x4_s(difference), f32x4.splat(42.5));
    const way = f32x4.div(parts, f32x4.convert_i32x4_s(i32x4.max_s(range, one))); // 0 for grey
    const turn = f32x4.add(start, way);
    const turns = f32x4.add(turn, v128.and(f32x4.splat(255), i32x4.shr_s(turn, 31)));
    const hue = v128.and(i32x4.add(Four.rounded(f32x4.floor(turns)), steps), i32x4.splat(255));
    const value = f32x4.convert_i32x4_s(largest);
    const divisor = f32x4.convert_i32x4_s(i32x4.max_s(largest, one));
    const part = Single.saturation(f32x4.div(f32x4.convert_i32x4_s(range), divisor));
    const first = Four.firstEntries(tables + 1024, hue);
    const last = Four.lastEntries(tables + 1024, hue);
    const after = i32x4.shuffle(first, last, 0, 2, 4, 6);
    const before = f32x4.sub(f32x4.splat(1), after);
    const falling = Single.dimmed(value, f32x4.mul(part, after));
    const rising = Single.dimmed(value, f32x4.mul(part, before));
    const low = Single.dimmed(value, part); // at least 1 / 510 from a whole number
    const isSure = i32x4.eq(difference, i32x4.splat(0)); // then the hue is 0, 85 or 170
    const ways = f32x4.pmin(Single.wayToWhole(falling), Single.wayToWhole(rising));
    const least = f32x4.pmin(ways, v128.or(Single.wayToWhole(turns), isSure));
    if (v128.any_true(f32x4.lt(least, f32x4.splat(DOUBT)))) return false;
    Four.store(
      target,
      i32x4.shuffle(first, last, 1, 3, 5, 7),
      largest,
      Four.rounded(f32x4.floor(falling)),
      Four.rounded(f32x4.floor(rising)),
      Four.rounded(f32x4.floor(low)),
    );
    return true;
  }

  /** Shares of 255, rounded towards zero, as shares. */
  @inline
  static saturation(shares: v128): v128 {
    const bytes = f32x4.trunc(f32x4.mul(shares, f32x4.splat(255)));
    const rest = f32x4.sub(f32x4.mul(shares, f32x4.splat(256)), bytes); // without an error
    const isTooLarge = f32x4.lt(rest, shares);
    const whole = f32x4.sub(bytes, v128.and(isTooLarge, f32x4.splat(1)));
    return f32x4.div(whole, f32x4.splat(255));
  }

  /** A value minus a share of it, plus a half for rounding. */
  @inline
  static dimmed(value: v128, share: v128): v128 {
    return f32x4.add(f32x4.mul(value, f32x4.sub(f32x4.splat(1), share)), f32x4.splat(0.5));
  }

  /** The distance to the nearest whole number. */
  @inline
  static wayToWhole(numbers: v128): v128 {
    return f32x4.abs(f32x4.sub(numbers, f32x4.nearest(numbers)));
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
