import { Lanes } from './lanes';
import { Planes } from './planes';

/** Blends each pixel of RGB with its luminance. Reads and writes up to 21 bytes after the source and the target. */
export function saturate(source: usize, length: usize, factor: f32, target: usize): void {
  const factors = f32x4.splat(factor);
  const end = source + length;
  for (; source < end; source += 24, target += 24) {
    const r = Planes.red(source);
    const g = Planes.green(source);
    const b = Planes.blue(source);
    const first = f32x4.convert_i32x4_s(Planes.firstLumas(r, g, b));
    const last = f32x4.convert_i32x4_s(Planes.lastLumas(r, g, b));
    const start = v128.load_ext<u8>(source);
    const middle = v128.load_ext<u8>(source, 8);
    const rest = v128.load_ext<u8>(source, 16);
    Lanes.storeEight(
      target,
      Grey.blend(i32x4.shuffle(first, first, 0, 0, 0, 1), i32x4.extend_low_i16x8_s(start), factors),
      Grey.blend(
        i32x4.shuffle(first, first, 1, 1, 2, 2),
        i32x4.extend_high_i16x8_s(start),
        factors,
      ),
    );
    Lanes.storeEight(
      target + 8,
      Grey.blend(
        i32x4.shuffle(first, first, 2, 3, 3, 3),
        i32x4.extend_low_i16x8_s(middle),
        factors,
      ),
      Grey.blend(i32x4.shuffle(last, last, 0, 0, 0, 1), i32x4.extend_high_i16x8_s(middle), factors),
    );
    Lanes.storeEight(
      target + 16,
      Grey.blend(i32x4.shuffle(last, last, 1, 1, 2, 2), i32x4.extend_low_i16x8_s(rest), factors),
      Grey.blend(i32x4.shuffle(last, last, 2, 3, 3, 3), i32x4.extend_high_i16x8_s(rest), factors),
    );
  }
}

/** AssemblyScript inlines methods. */
class Grey {
  /** Numbers between those of `grey`, in single precision, and whole `values`, with the rounding of Pillow. */
  @inline
  static blend(grey: v128, values: v128, factors: v128): v128 {
    const way = f32x4.sub(f32x4.convert_i32x4_s(values), grey); // without an error
    return Lanes.nearest(f32x4.trunc(f32x4.add(grey, f32x4.mul(factors, way))));
  }
}
