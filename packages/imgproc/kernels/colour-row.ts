/** Writes a row of RGB from rows of Y, Cb and Cr, with the rounding of libjpeg. Writes up to 45 bytes after it. */
export function colourRow(y: usize, blue: usize, red: usize, target: usize, width: i32): void {
  for (let x: usize = 0; x < <usize>width; x += 16) {
    const yLow = v128.load_ext<u8>(y + x);
    const yHigh = v128.load_ext<u8>(y + x, 8);
    const middle = i16x8.splat(128);
    const cbLow = i16x8.sub(v128.load_ext<u8>(blue + x), middle);
    const cbHigh = i16x8.sub(v128.load_ext<u8>(blue + x, 8), middle);
    const crLow = i16x8.sub(v128.load_ext<u8>(red + x), middle);
    const crHigh = i16x8.sub(v128.load_ext<u8>(red + x, 8), middle);
    storePixels(
      target + 3 * x,
      i8x16.narrow_i16x8_u(redOf(yLow, crLow), redOf(yHigh, crHigh)),
      i8x16.narrow_i16x8_u(greenOf(yLow, cbLow, crLow), greenOf(yHigh, cbHigh, crHigh)),
      i8x16.narrow_i16x8_u(blueOf(yLow, cbLow), blueOf(yHigh, cbHigh)),
    );
  }
}

/** As `colourRow` for grey. */
export function greyRow(y: usize, target: usize, width: i32): void {
  for (let x: usize = 0; x < <usize>width; x += 16) {
    const grey = v128.load(y + x);
    storePixels(target + 3 * x, grey, grey, grey);
  }
}

/** y + 1.402 cr: for all 256 values of cr, 13174 rounds as libjpeg's 26345 does at twice the precision. */
function redOf(y: v128, cr: v128): v128 {
  return i16x8.add(i16x8.add(y, cr), i16x8.q15mulr_sat_s(cr, i16x8.splat(13174)));
}

/** y - 0.344 cb - 0.714 cr, of which 18734 = 65536 - 46802. */
function greenOf(y: v128, cb: v128, cr: v128): v128 {
  const weights = i16x8(-22554, 18734, -22554, 18734, -22554, 18734, -22554, 18734);
  const half = i32x4.splat(32768);
  const low = i32x4.dot_i16x8_s(i16x8.shuffle(cb, cr, 0, 8, 1, 9, 2, 10, 3, 11), weights);
  const high = i32x4.dot_i16x8_s(i16x8.shuffle(cb, cr, 4, 12, 5, 13, 6, 14, 7, 15), weights);
  const rest = i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(low, half), 16),
    i32x4.shr_s(i32x4.add(high, half), 16),
  );
  return i16x8.add(i16x8.sub(y, cr), rest);
}

/** y + 1.772 cb. */
function blueOf(y: v128, cb: v128): v128 {
  const rest = i16x8.q15mulr_sat_s(cb, i16x8.splat(-7471));
  return i16x8.add(i16x8.add(y, i16x8.add(cb, cb)), rest);
}

/** Moves the first three bytes of each four together. */
const DENSE = memory.data<u8>([0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15]);

/** Writes 16 pixels, and 4 bytes after them. */
function storePixels(target: usize, r: v128, g: v128, b: v128): void {
  const dense = v128.load(DENSE);
  const rg0 = i8x16.shuffle(r, g, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const rg1 = i8x16.shuffle(r, g, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  const bb0 = i8x16.shuffle(b, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const bb1 = i8x16.shuffle(b, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  v128.store(target, i8x16.swizzle(i16x8.shuffle(rg0, bb0, 0, 8, 1, 9, 2, 10, 3, 11), dense));
  v128.store(target, i8x16.swizzle(i16x8.shuffle(rg0, bb0, 4, 12, 5, 13, 6, 14, 7, 15), dense), 12);
  v128.store(target, i8x16.swizzle(i16x8.shuffle(rg1, bb1, 0, 8, 1, 9, 2, 10, 3, 11), dense), 24);
  v128.store(target, i8x16.swizzle(i16x8.shuffle(rg1, bb1, 4, 12, 5, 13, 6, 14, 7, 15), dense), 36);
}
