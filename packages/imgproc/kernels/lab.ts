/** The offsets of the tables of `labOf`: linear light of a byte (u16, at 0), root of a light (u16), 9 weights (i32). */
const ROOTS: usize = 512;
const XYZ: usize = 4608;
/** Those of `rgbOf`: light (at 0) and root of a lightness, what a and b add to the root (i32), byte of a light (u8), 9 weights (i32), light of a root (i32). */
const ROOT: usize = 1024;
const A: usize = 2048;
const B: usize = 3072;
const BYTES: usize = 4096;
const RGB: usize = 8192;
const LIGHTS: usize = 8256;

function root(tables: usize, weights: usize, red: i32, green: i32, blue: i32): i32 {
  const light =
    red * load<i32>(weights) + green * load<i32>(weights, 4) + blue * load<i32>(weights, 8);
  return <i32>load<u16>(tables + ROOTS + 2 * <usize>((light + 2048) >> 12));
}

/** Converts RGB to L*a*b*, into three planes one after the other, as OpenCV. */
export function labOf(source: usize, count: usize, tables: usize, target: usize): void {
  const end = target + count;
  const weights = tables + XYZ;
  const b = target + 2 * count;
  for (let at: usize = 0; target < end; at++, source += 3, target++) {
    const red = <i32>load<u16>(tables + 2 * <usize>load<u8>(source));
    const green = <i32>load<u16>(tables + 2 * <usize>load<u8>(source, 1));
    const blue = <i32>load<u16>(tables + 2 * <usize>load<u8>(source, 2));
    const x = root(tables, weights, red, green, blue);
    const y = root(tables, weights + 12, red, green, blue);
    const z = root(tables, weights + 24, red, green, blue);
    store<u8>(target, (296 * y - 1336935 + 16384) >> 15);
    store<u8>(target + count, (500 * (x - y) + (128 << 15) + 16384) >> 15);
    store<u8>(b + at, (200 * (y - z) + (128 << 15) + 16384) >> 15);
  }
}

function byteOf(tables: usize, weights: usize, x: i32, y: i32, z: i32): u8 {
  const light = x * load<i32>(weights) + y * load<i32>(weights, 4) + z * load<i32>(weights, 8);
  return load<u8>(tables + BYTES + <usize>min(4095, max(0, (light + 8192) >> 14)));
}

/** Converts the planes of L*a*b* to RGB, as OpenCV. */
export function rgbOf(source: usize, count: usize, tables: usize, target: usize): void {
  const end = source + count;
  const weights = tables + RGB;
  for (; source < end; source++, target += 3) {
    const lightness = <usize>load<u8>(source);
    const fromRoot = load<i32>(tables + ROOT + 4 * lightness);
    const a = load<i32>(tables + A + 4 * <usize>load<u8>(source + count));
    const b = load<i32>(tables + B + 4 * <usize>load<u8>(source + 2 * count));
    const x = load<i32>(tables + LIGHTS + 4 * <usize>(fromRoot + a));
    const y = load<i32>(tables + 4 * lightness);
    const z = load<i32>(tables + LIGHTS + 4 * <usize>(fromRoot + b));
    store<u8>(target, byteOf(tables, weights, x, y, z));
    store<u8>(target, byteOf(tables, weights + 12, x, y, z), 1);
    store<u8>(target, byteOf(tables, weights + 24, x, y, z), 2);
  }
}
