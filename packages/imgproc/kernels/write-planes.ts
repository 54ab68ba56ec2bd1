import { Frame } from './frame';
import { chroma, chromaBytes, chromaStride, luma, lumaStride } from './layout';
import { FOR_BLUE, FOR_RED, Planes } from './planes';

/** Halves of the means of four pixels are rounded down and up in turns. */
const TURNS = memory.data<i32>([1, 2, 1, 2]);

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
