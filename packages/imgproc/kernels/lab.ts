/** The tables of `labOf`: light of a byte (u16), root of light (u16), 9 weights (i32). */
const ROOTS: usize = 512;
const XYZ: usize = 4608;
/** Those of `rgbOf`: light and root of a lightness, root of a and of b (i32), byte of light (u8), 9 weights (i32), light of a root (i32). */
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

/**
 * Replaces each value of a plane by the interpolated entries of the tables of the four nearest tiles.
 *
 * @param rows For each row: the addresses of the tables of two rows of tiles (u32), and the weight of the second one (f32).
 * @param columns For each column: the offsets of two tables in a row (u32), and the weight of the second one (f32).
 */
export function interpolateTables(
  plane: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
): void {
  const end = columns + 12 * <usize>width;
  for (let row = 0; row < height; row++, rows += 12) {
    const above = <usize>load<u32>(rows);
    const below = <usize>load<u32>(rows, 4);
    const down = load<f32>(rows, 8);
    const up = <f32>1 - down;
    for (let column = columns; column < end; column += 12, plane++) {
      const value = <usize>load<u8>(plane);
      const left = <usize>load<u32>(column) + value;
      const right = <usize>load<u32>(column, 4) + value;
      const toRight = load<f32>(column, 8);
      const toLeft = <f32>1 - toRight;
      const upper = <f32>load<u8>(above + left) * toLeft + <f32>load<u8>(above + right) * toRight;
      const lower = <f32>load<u8>(below + left) * toLeft + <f32>load<u8>(below + right) * toRight;
      store<u8>(plane, <i32>nearest<f32>(upper * up + lower * down));
    }
  }
}
