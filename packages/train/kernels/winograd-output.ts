import { Winograd } from './winograd';

/**
 * Transforms the products of Winograd's convolution back to images: each tile of 6 x 6 numbers becomes `A^T tile A`, 4 x 4
 * pixels. Adds a bias, clips to two limits, and optionally pools. All three are non-decreasing, so the pooling comes first.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param tiles The products.
 * @param bias One number for each channel.
 * @param strips Working memory: for each channel block, seven rows of the result with whole tiles.
 * @param result Written: the images, or the pooled images.
 */
export function winogradOutput(
  winograd: Winograd,
  first: i32,
  end: i32,
  tiles: usize,
  bias: usize,
  strips: usize,
  result: usize,
): void {
  const batch = winograd.batch;
  const blocks = winograd.blocks;
  const tileRows = winograd.tileRows;
  const stripBytes = winograd.stripBytes;
  const tilesBytes = winograd.tilesBytes;
  const tileRowBytes = winograd.tileRowBytes;
  const resultBytes = winograd.resultBytes;
  for (let block = first; block < end; block++) {
    const strip = strips + <usize>block * 7 * stripBytes;
    const own = bias + <usize>block * winograd.pixelBytes;
    for (let image = 0; image < batch; image++) {
      const from = tiles + <usize>block * tilesBytes + <usize>(image * tileRows) * tileRowBytes;
      const plane = result + <usize>(image * blocks + block) * resultBytes;
      for (let row = 0; row < tileRows; row++) {
        transformRows(winograd, from + <usize>row * tileRowBytes, strip);
        if (winograd.isPooled) poolColumns(winograd, strip, own, plane, row);
        else transformColumns(winograd, strip, own, plane, row);
      }
    }
  }
}

/** Transforms the rows of the tiles of one row: one row of each of the 36 planes becomes six strips. */
function transformRows(winograd: Winograd, tiles: usize, strip: usize): void {
  const pixelBytes = winograd.pixelBytes;
  const stripBytes = winograd.stripBytes;
  const tileRowBytes = winograd.tileRowBytes;
  const pointBytes = <usize>winograd.blocks * winograd.tilesBytes;
  for (let i: usize = 0; i < 6; i++) {
    const from = tiles + 6 * i * pointBytes;
    let to = strip + i * stripBytes;
    for (let tile: usize = 0; tile < tileRowBytes; tile += pixelBytes) {
      for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
        let at = from + tile + lanes;
        const m0 = v128.load(at);
        at += pointBytes;
        const m1 = v128.load(at);
        at += pointBytes;
        const m2 = v128.load(at);
        at += pointBytes;
        const m3 = v128.load(at);
        at += pointBytes;
        const m4 = v128.load(at);
        at += pointBytes;
        const m5 = v128.load(at);
        const sum = f32x4.add(m1, m2);
        const difference = f32x4.sub(m1, m2);
        const outerSum = f32x4.add(m3, m4);
        const outerDifference = f32x4.sub(m3, m4);
        const pixel = to + lanes;
        v128.store(pixel, first(m0, sum, outerSum));
        v128.store(pixel + pixelBytes, second(difference, outerDifference));
        v128.store(pixel + 2 * pixelBytes, third(sum, outerSum));
        v128.store(pixel + 3 * pixelBytes, fourth(difference, outerDifference, m5));
      }
      to += 4 * pixelBytes;
    }
  }
}

/** Transforms the columns of the tiles of one row: six strips become four rows of the result. */
function transformColumns(
  winograd: Winograd,
  strip: usize,
  bias: usize,
  plane: usize,
  row: i32,
): void {
  const rows = winograd.rows;
  const pixelBytes = winograd.pixelBytes;
  const stripBytes = winograd.stripBytes;
  const rowBytes = <usize>winograd.columns * pixelBytes;
  const unused = strip + 6 * stripBytes;
  const y = 4 * row;
  const row0 = plane + <usize>y * rowBytes;
  const row1 = y + 1 < rows ? row0 + rowBytes : unused;
  const row2 = y + 2 < rows ? row0 + 2 * rowBytes : unused;
  const row3 = y + 3 < rows ? row0 + 3 * rowBytes : unused;
  const lowerLimit = f32x4.splat(winograd.lowerLimit);
  const upperLimit = f32x4.splat(winograd.upperLimit);
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const shift = v128.load(bias + lanes);
    for (let at = lanes; at < rowBytes; at += pixelBytes) {
      let from = strip + at;
      const m0 = v128.load(from);
      from += stripBytes;
      const m1 = v128.load(from);
      from += stripBytes;
      const m2 = v128.load(from);
      from += stripBytes;
      const m3 = v128.load(from);
      from += stripBytes;
      const m4 = v128.load(from);
      from += stripBytes;
      const m5 = v128.load(from);
      const sum = f32x4.add(m1, m2);
      const difference = f32x4.sub(m1, m2);
      const outerSum = f32x4.add(m3, m4);
      const outerDifference = f32x4.sub(m3, m4);
      v128.store(row0 + at, clip(first(m0, sum, outerSum), shift, lowerLimit, upperLimit));
      v128.store(
        row1 + at,
        clip(second(difference, outerDifference), shift, lowerLimit, upperLimit),
      );
      v128.store(row2 + at, clip(third(sum, outerSum), shift, lowerLimit, upperLimit));
      v128.store(
        row3 + at,
        clip(fourth(difference, outerDifference, m5), shift, lowerLimit, upperLimit),
      );
    }
  }
}

/** As `transformColumns`, and pools: six strips become two rows of the pooled result. */
function poolColumns(winograd: Winograd, strip: usize, bias: usize, plane: usize, row: i32): void {
  const pixelBytes = winograd.pixelBytes;
  const stripBytes = winograd.stripBytes;
  const rowBytes = <usize>(winograd.columns / 2) * pixelBytes;
  const unused = strip + 6 * stripBytes;
  const pooledRows = winograd.rows / 2;
  const y = 2 * row;
  const upper = y < pooledRows ? plane + <usize>y * rowBytes : unused;
  const lower = y + 1 < pooledRows ? plane + <usize>(y + 1) * rowBytes : unused;
  const lowerLimit = f32x4.splat(winograd.lowerLimit);
  const upperLimit = f32x4.splat(winograd.upperLimit);
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const shift = v128.load(bias + lanes);
    for (let at = lanes; at < rowBytes; at += pixelBytes) {
      let upperPeak = f32x4.splat(-Infinity);
      let lowerPeak = f32x4.splat(-Infinity);
      let from = strip + 2 * at - lanes;
      for (let column = 0; column < 2; column++) {
        const m1 = v128.load(from + stripBytes);
        const m2 = v128.load(from + 2 * stripBytes);
        const m3 = v128.load(from + 3 * stripBytes);
        const m4 = v128.load(from + 4 * stripBytes);
        const sum = f32x4.add(m1, m2);
        const difference = f32x4.sub(m1, m2);
        const outerSum = f32x4.add(m3, m4);
        const outerDifference = f32x4.sub(m3, m4);
        const y0 = first(v128.load(from), sum, outerSum);
        const y1 = second(difference, outerDifference);
        const y2 = third(sum, outerSum);
        const y3 = fourth(difference, outerDifference, v128.load(from + 5 * stripBytes));
        upperPeak = f32x4.pmax(f32x4.pmax(y0, y1), upperPeak);
        lowerPeak = f32x4.pmax(f32x4.pmax(y2, y3), lowerPeak);
        from += pixelBytes;
      }
      v128.store(upper + at, clip(upperPeak, shift, lowerLimit, upperLimit));
      v128.store(lower + at, clip(lowerPeak, shift, lowerLimit, upperLimit));
    }
  }
}

// The rows of `A^T`, from the sums and differences of the numbers of opposite points.

function first(m0: v128, sum: v128, outerSum: v128): v128 {
  return f32x4.add(m0, f32x4.add(sum, outerSum));
}

function second(difference: v128, outerDifference: v128): v128 {
  const twice = f32x4.add(outerDifference, outerDifference);
  return f32x4.mul(f32x4.add(difference, twice), f32x4.splat(0.7071067811865476));
}

function third(sum: v128, outerSum: v128): v128 {
  return f32x4.add(f32x4.mul(sum, f32x4.splat(0.5)), f32x4.add(outerSum, outerSum));
}

function fourth(difference: v128, outerDifference: v128, m5: v128): v128 {
  const eight = f32x4.mul(outerDifference, f32x4.splat(8));
  return f32x4.add(f32x4.mul(f32x4.add(difference, eight), f32x4.splat(0.3535533905932738)), m5);
}

function clip(numbers: v128, shift: v128, lowerLimit: v128, upperLimit: v128): v128 {
  const shifted = f32x4.add(numbers, shift);
  return f32x4.pmin(f32x4.pmax(shifted, lowerLimit), upperLimit); // in this order, NaN stays
}
