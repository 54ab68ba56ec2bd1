import { LOWER_ROWS, RIGHT_COLUMNS } from './block';
import { forwardDct } from './forward-dct';
import { Frame } from './frame';
import { inverseDct } from './inverse-dct';
import {
  BLOCK,
  chroma,
  chromaBytes,
  chromaStride,
  FRAME,
  layOut,
  luma,
  lumaStride,
  result,
} from './layout';
import { writePlanes } from './write-planes';
import { writeRows } from './write-rows';

/** The bytes of a table, and the offsets of the numbers that are added before a division, and of the reciprocals of divisors. */
const TABLE: usize = 640;
const ADDENDS: usize = 128;
const RECIPROCALS: usize = 384;

/**
 * What libjpeg decodes after it has encoded RGB with chroma at half of both sides. The frame says the size, 3 channels and 4:2:0, and as
 * `length` the bytes from `SCAN` on that are in use.
 *
 * @param tables Of luma and of chroma: 64 quantisers of 16 bits, 64 numbers that are added before a division, and 64 reciprocals of
 * divisors, of 32 bits.
 * @param lines Memory for two rows of pixels and 16 more each.
 * @returns The address of the pixels, or 0 if there is no memory.
 */
export function recompressJpeg(source: usize, tables: usize, lines: usize): usize {
  const frame = changetype<Frame>(FRAME);
  const across = (frame.width + 15) >> 4;
  const down = (frame.height + 15) >> 4;
  if (!layOut(frame, across, down)) return 0;
  writePlanes(frame, source, lines);
  recompress(luma, lumaStride, 2 * down, 2 * across, tables);
  recompress(chroma, chromaStride, down, across, tables + TABLE);
  recompress(chroma + chromaBytes, chromaStride, down, across, tables + TABLE);
  writeRows(frame, 0, frame.height);
  return result;
}

/** Recompresses all blocks of a plane. */
function recompress(plane: usize, stride: usize, down: i32, across: i32, table: usize): void {
  for (let y = 0; y < down; y++, plane += 8 * stride) {
    for (let x: usize = 0; x < 8 * <usize>across; x += 8) {
      readSamples(plane + x, stride);
      forwardDct();
      inverseDct(quantise(table), plane + x, stride);
    }
  }
}

function readSamples(source: usize, stride: usize): void {
  const middle = i16x8.splat(128);
  for (let row: usize = 0; row < 128; row += 16, source += stride)
    v128.store(BLOCK + row, i16x8.sub(v128.load_ext<u8>(source), middle));
}

/** Divides the block by the quantisers, rounds, and multiplies it again. Returns what `inverseDct` needs to know. */
function quantise(table: usize): i32 {
  let upper = i16x8.splat(0);
  let lower = i16x8.splat(0);
  for (let row: usize = 0; row < 128; row += 16) {
    const values = v128.load(BLOCK + row);
    const sizes = i16x8.abs(values);
    const low = Quotients.of(i32x4.extend_low_i16x8_u(sizes), table + 2 * row);
    const high = Quotients.of(i32x4.extend_high_i16x8_u(sizes), table + 2 * row + 16);
    const products = i16x8.mul(i16x8.narrow_i32x4_s(low, high), v128.load(table + row));
    const signs = i16x8.shr_s(values, 15);
    v128.store(BLOCK + row, i16x8.sub(v128.xor(products, signs), signs));
    upper = v128.or(upper, products);
    if (row >= 64) lower = v128.or(lower, products);
  }
  const isWide = i64x2.extract_lane(upper, 1) !== 0;
  return (v128.any_true(lower) ? LOWER_ROWS : 0) | (isWide ? RIGHT_COLUMNS : 0);
}

/** AssemblyScript inlines methods. */
class Quotients {
  @inline
  static of(sizes: v128, table: usize): v128 {
    const sums = f32x4.add(f32x4.convert_i32x4_s(sizes), v128.load(table, ADDENDS));
    return i32x4.trunc_sat_f32x4_s(f32x4.mul(sums, v128.load(table, RECIPROCALS)));
  }
}
