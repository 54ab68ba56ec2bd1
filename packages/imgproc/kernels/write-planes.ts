import { Frame } from './frame';
import { Lanes } from './lanes';
import { chroma, chromaBytes, chromaStride, luma, lumaStride } from './layout';

/** Pairs of weights: of red and green, and of blue and green, for luma; of red and green for Cb; of green and blue for Cr. */
const WEIGHTS = memory.data<i16>([
  19595, 22086, 19595, 22086, 19595, 22086, 19595, 22086, 7471, 16384, 7471, 16384, 7471, 16384,
  7471, 16384, -11059, -21709, -11059, -21709, -11059, -21709, -11059, -21709, -27439, -5329,
  -27439, -5329, -27439, -5329, -27439, -5329,
]);
const FOR_BLUE: usize = WEIGHTS + 32;
const FOR_RED: usize = WEIGHTS + 48;
/** Halves of the means of four pixels are rounded down and up in turns. */
const TURNS = memory.data<i32>([1, 2, 1, 2]);
const LUMA_BIAS: i32 = 32768;
const CHROMA_BIAS: i32 = (128 << 16) + 32767;

/**
 * Writes the planes of RGB with the numbers of libjpeg: Y, and Cb and Cr at half of both sides. Beyond the edges, the last pixel of a row
 * and the last row of a plane are repeated.
 *
 * @param lines Memory for two rows of pixels and 16 more each.
 */
export function writePlanes(frame: Frame, source: usize, lines: usize): void {
  const length = 3 * <usize>frame.width;
  const second = lines + 3 * lumaStride;
  const chromaRows = (frame.height + 1) >> 1;
  for (let row = 0; row < chromaRows; row++) {
    padRow(source + 2 * <usize>row * length, length, lines);
    padRow(source + <usize>min(2 * row + 1, frame.height - 1) * length, length, second);
    const y = luma + 2 * <usize>row * lumaStride;
    writePair(lines, second, y, chroma + <usize>row * chromaStride);
  }
  const rows = 16 * ((frame.height + 15) >> 4);
  repeatRow(luma, lumaStride, frame.height, rows);
  repeatRow(chroma, chromaStride, chromaRows, rows >> 1);
  repeatRow(chroma + chromaBytes, chromaStride, chromaRows, rows >> 1);
}

/** Copies a row, and repeats its last pixel. */
function padRow(source: usize, length: usize, line: usize): void {
  memory.copy(line, source, length);
  const end = line + 3 * lumaStride;
  for (let at = line + length; at < end; at += 3) {
    store<u8>(at, load<u8>(line + length - 3));
    store<u8>(at, load<u8>(line + length - 2), 1);
    store<u8>(at, load<u8>(line + length - 1), 2);
  }
}

function repeatRow(plane: usize, stride: usize, first: i32, end: i32): void {
  const last = plane + <usize>(first - 1) * stride;
  for (let row = first; row < end; row++) memory.copy(plane + <usize>row * stride, last, stride);
}

/** Writes two rows of luma and one of Cb and Cr. */
function writePair(first: usize, second: usize, y: usize, cb: usize): void {
  const stride = lumaStride;
  const between = chromaBytes;
  const turns = v128.load(TURNS);
  for (let x: usize = 0; x < stride; x += 8) {
    const at = first + 3 * x;
    const below = second + 3 * x;
    const r = Planes.red(at);
    const g = Planes.green(at);
    const b = Planes.blue(at);
    const rBelow = Planes.red(below);
    const gBelow = Planes.green(below);
    const bBelow = Planes.blue(below);
    Planes.storeLuma(y + x, r, g, b);
    Planes.storeLuma(y + stride + x, rBelow, gBelow, bBelow);
    const blues = i16x8.add(
      Planes.chroma(r, g, b, FOR_BLUE),
      Planes.chroma(rBelow, gBelow, bBelow, FOR_BLUE),
    );
    const reds = i16x8.add(
      Planes.chroma(g, b, r, FOR_RED),
      Planes.chroma(gBelow, bBelow, rBelow, FOR_RED),
    );
    const means = i16x8.narrow_i32x4_s(Planes.mean(blues, turns), Planes.mean(reds, turns));
    const bytes = i8x16.narrow_i16x8_u(means, means);
    v128.store32_lane(cb + (x >> 1), bytes, 0);
    v128.store32_lane(cb + between + (x >> 1), bytes, 1);
  }
}

/** AssemblyScript inlines methods. */
class Planes {
  @inline
  static red(pixels: usize): v128 {
    const first = v128.load(pixels);
    const rest = v128.load(pixels, 8);
    return i16x8.extend_low_i8x16_u(
      i8x16.shuffle(first, rest, 0, 3, 6, 9, 12, 15, 26, 29, 0, 0, 0, 0, 0, 0, 0, 0),
    );
  }

  @inline
  static green(pixels: usize): v128 {
    const first = v128.load(pixels);
    const rest = v128.load(pixels, 8);
    return i16x8.extend_low_i8x16_u(
      i8x16.shuffle(first, rest, 1, 4, 7, 10, 13, 24, 27, 30, 0, 0, 0, 0, 0, 0, 0, 0),
    );
  }

  @inline
  static blue(pixels: usize): v128 {
    const first = v128.load(pixels);
    const rest = v128.load(pixels, 8);
    return i16x8.extend_low_i8x16_u(
      i8x16.shuffle(first, rest, 2, 5, 8, 11, 14, 25, 28, 31, 0, 0, 0, 0, 0, 0, 0, 0),
    );
  }

  /** 0.299 red + 0.587 green + 0.114 blue; the weight of green is too large for one product. */
  @inline
  static storeLuma(target: usize, r: v128, g: v128, b: v128): void {
    Lanes.storeEight(
      target,
      Planes.lumaOf(Lanes.low(r, g), Lanes.low(b, g)),
      Planes.lumaOf(Lanes.high(r, g), Lanes.high(b, g)),
    );
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
