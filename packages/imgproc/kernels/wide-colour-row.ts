import { Colours } from './colours';
import { Lanes } from './lanes';
import { chromaBytes } from './layout';

/** 3, the lower bytes, rounding terms for chroma of the full and of half the height, less 128 * 16, and orders of bytes. */
const CONSTANTS = memory.data<i16>([
  3, 3, 3, 3, 3, 3, 3, 3, 255, 255, 255, 255, 255, 255, 255, 255, -2044, -2044, -2044, -2044, -2044,
  -2044, -2044, -2044, -2040, -2040, -2040, -2040, -2040, -2040, -2040, -2040, -2041, -2041, -2041,
  -2041, -2041, -2041, -2041, -2041,
]);
const FULL_HEIGHT: usize = CONSTANTS + 32;
const HALF_HEIGHT: usize = CONSTANTS + 48;
/** Of bytes of even and of odd columns: each one twice, in the order of columns. */
const TWICE = memory.data<u8>([
  0, 0, 8, 8, 1, 1, 9, 9, 2, 2, 10, 10, 3, 3, 11, 11, 4, 4, 12, 12, 5, 5, 13, 13, 6, 6, 14, 14, 7,
  7, 15, 15,
]);

/**
 * Writes a row of RGB from a row of Y and from Cb and Cr of half the width, which the triangle filter of libjpeg ("fancy
 * upsampling") widens: each pixel is 3/4 of the nearer and 1/4 of the farther sample, of rows and then of columns. Writes up to 45
 * bytes after it.
 *
 * @param near The nearer row of Cb; the sample before it is the first one, and the one after it the last one. That of Cr lies
 * `chromaBytes` after it.
 * @param far The farther row, or `near` if the chroma has the full height.
 * @param down The rows of Y to one row of chroma.
 */
export function wideColourRow(
  y: usize,
  near: usize,
  far: usize,
  down: i32,
  target: usize,
  width: i32,
): void {
  const biases = down === 1 ? FULL_HEIGHT : HALF_HEIGHT;
  const evenBias = v128.load(biases);
  const oddBias = v128.load(biases, 16);
  const end = near + ((<usize>(width + 1)) >> 1);
  let cbBefore = Chroma.sum(near - 8, far - 8);
  let crBefore = Chroma.sum(near - 8 + chromaBytes, far - 8 + chromaBytes);
  let cbSum = Chroma.sum(near, far);
  let crSum = Chroma.sum(near + chromaBytes, far + chromaBytes);
  while (near < end) {
    near += 8;
    far += 8;
    const cbAfter = Chroma.sum(near, far);
    const crAfter = Chroma.sum(near + chromaBytes, far + chromaBytes);
    const cbEven = Chroma.filter(cbSum, Chroma.before(cbBefore, cbSum), evenBias);
    const crEven = Chroma.filter(crSum, Chroma.before(crBefore, crSum), evenBias);
    const cbOdd = Chroma.filter(cbSum, Chroma.after(cbSum, cbAfter), oddBias);
    const crOdd = Chroma.filter(crSum, Chroma.after(crSum, crAfter), oddBias);
    cbBefore = cbSum;
    crBefore = crSum;
    cbSum = cbAfter;
    crSum = crAfter;

    const luma = v128.load(y);
    const yEven = v128.and(luma, v128.load(CONSTANTS, 16));
    const yOdd = i16x8.shr_u(luma, 8);
    const even = i8x16.narrow_i16x8_u(
      Colours.red(yEven, crEven),
      Colours.green(yEven, cbEven, crEven),
    );
    const odd = i8x16.narrow_i16x8_u(Colours.red(yOdd, crOdd), Colours.green(yOdd, cbOdd, crOdd));
    const b = i8x16.narrow_i16x8_u(Colours.blue(yEven, cbEven), Colours.blue(yOdd, cbOdd));
    Colours.store(
      target,
      Lanes.lowBytes(even, odd),
      Lanes.highBytes(even, odd),
      i8x16.swizzle(b, v128.load(TWICE)),
      i8x16.swizzle(b, v128.load(TWICE, 16)),
    );
    y += 16;
    target += 48;
  }
}

/** The triangle filter, on numbers of 16 bits. */
class Chroma {
  /** 4 times the samples between two rows. */
  @inline
  static sum(near: usize, far: usize): v128 {
    const three = v128.load(CONSTANTS);
    return i16x8.add(i16x8.mul(v128.load_ext<u8>(near), three), v128.load_ext<u8>(far));
  }

  /** The samples that precede those of `sums`. */
  @inline
  static before(sumsBefore: v128, sums: v128): v128 {
    return i16x8.shuffle(sumsBefore, sums, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @inline
  static after(sums: v128, sumsAfter: v128): v128 {
    return i16x8.shuffle(sums, sumsAfter, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @inline
  static filter(near: v128, far: v128, bias: v128): v128 {
    const sum = i16x8.add(i16x8.mul(near, v128.load(CONSTANTS)), i16x8.add(far, bias));
    return i16x8.shr_s(sum, 4);
  }
}
