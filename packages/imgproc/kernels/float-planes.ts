import { PACKED_PIXELS } from './pixel-order';
import { Four } from './sextant';

/**
 * Writes the bytes of RGB as three planes of f32. Reads up to 13 bytes after the source, and writes up to 12 bytes after each plane before the
 * next one is written.
 *
 * @param count The pixels.
 */
export function floatPlanes(source: usize, count: usize, target: usize): void {
  const greens = target + 4 * count;
  const blues = greens + 4 * count;
  let from = source;
  for (let to = target; to < greens; to += 16, from += 12)
    v128.store(to, f32x4.convert_i32x4_u(Four.red(v128.load(from))));
  from = source;
  for (let to = greens; to < blues; to += 16, from += 12)
    v128.store(to, f32x4.convert_i32x4_u(Four.green(v128.load(from))));
  from = source;
  for (let to = blues; to < blues + 4 * count; to += 16, from += 12)
    v128.store(to, f32x4.convert_i32x4_u(Four.blue(v128.load(from))));
}

/** Rounds three planes of f32 to the bytes of RGB, limited to 0 to 255. Reads up to 12 bytes after the source, and writes 13 after the target. */
export function roundPlanes(source: usize, count: usize, target: usize): void {
  const order = v128.load(PACKED_PIXELS);
  const step = 4 * count;
  const end = source + step;
  for (; source < end; source += 16, target += 12) {
    const red = Rounded.four(source);
    const green = i32x4.shl(Rounded.four(source + step), 8);
    const blue = i32x4.shl(Rounded.four(source + 2 * step), 16);
    v128.store(target, i8x16.swizzle(v128.or(v128.or(red, green), blue), order));
  }
}

/** AssemblyScript inlines methods. */
class Rounded {
  @inline
  static four(source: usize): v128 {
    const limited = f32x4.min(f32x4.splat(255), f32x4.max(f32x4.splat(0), v128.load(source)));
    return i32x4.trunc_sat_f32x4_u(f32x4.add(limited, f32x4.splat(0.5)));
  }
}
