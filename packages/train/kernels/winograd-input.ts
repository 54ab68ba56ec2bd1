import { Winograd } from './winograd';

/**
 * Transforms images for Winograd's convolution: each tile of 6 x 6 pixels becomes `B^T tile B`. Tiles overlap by two pixels;
 * pixels outside the image are zeros.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param strips Working memory: for each channel block, six rows of the image under whole tiles, and one of zeros.
 * @param tiles Written: the transformed tiles.
 */
export function winogradInput(
  winograd: Winograd,
  first: i32,
  end: i32,
  images: usize,
  strips: usize,
  tiles: usize,
): void {
  const batch = winograd.batch;
  const blocks = winograd.blocks;
  const tileRows = winograd.tileRows;
  const planeBytes = winograd.planeBytes;
  const stripBytes = winograd.imageStripBytes;
  const tilesBytes = winograd.tilesBytes;
  const tileRowBytes = winograd.tileRowBytes;
  for (let block = first; block < end; block++) {
    const strip = strips + <usize>block * 7 * stripBytes;
    memory.fill(strip, 0, 7 * stripBytes);
    for (let image = 0; image < batch; image++) {
      const plane = images + <usize>(image * blocks + block) * planeBytes;
      const to = tiles + <usize>block * tilesBytes + <usize>(image * tileRows) * tileRowBytes;
      for (let row = 0; row < tileRows; row++) {
        transformColumns(winograd, plane, strip, row);
        transformRows(winograd, strip, to + <usize>row * tileRowBytes);
      }
    }
  }
}

/** Transforms the columns of the tiles of one row: six rows of the image become six strips. */
function transformColumns(winograd: Winograd, plane: usize, strip: usize, row: i32): void {
  const height = winograd.height;
  const rowBytes = <usize>winograd.width * winograd.pixelBytes;
  const stripBytes = winograd.imageStripBytes;
  const zeros = strip + 6 * stripBytes;
  const y = 4 * row - winograd.top;
  transform(
    rowAt(plane, y, height, rowBytes, zeros),
    rowAt(plane, y + 1, height, rowBytes, zeros),
    rowAt(plane, y + 2, height, rowBytes, zeros),
    rowAt(plane, y + 3, height, rowBytes, zeros),
    rowAt(plane, y + 4, height, rowBytes, zeros),
    rowAt(plane, y + 5, height, rowBytes, zeros),
    16,
    strip + <usize>winograd.left * winograd.pixelBytes,
    stripBytes,
    16,
    rowBytes,
  );
}

/** The address of a row of the image; that of zeros outside it. */
function rowAt(plane: usize, y: i32, height: i32, rowBytes: usize, zeros: usize): usize {
  return y >= 0 && y < height ? plane + <usize>y * rowBytes : zeros;
}

/** Transforms the rows of the tiles of one row: six strips become one row of each of the 36 planes. */
function transformRows(winograd: Winograd, strip: usize, tiles: usize): void {
  const pixelBytes = winograd.pixelBytes;
  const pointBytes = <usize>winograd.blocks * winograd.tilesBytes;
  for (let i: usize = 0; i < 6; i++) {
    for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
      const from = strip + i * winograd.imageStripBytes + lanes;
      transform(
        from,
        from + pixelBytes,
        from + 2 * pixelBytes,
        from + 3 * pixelBytes,
        from + 4 * pixelBytes,
        from + 5 * pixelBytes,
        4 * pixelBytes,
        tiles + 6 * i * pointBytes + lanes,
        pointBytes,
        pixelBytes,
        winograd.tileRowBytes,
      );
    }
  }
}

/**
 * Multiplies groups of six vectors by `B^T`, one vector from each address. The addresses of the next group are `step` bytes
 * further.
 *
 * @param to Written: the six results of the first group, `stride` bytes apart. Those of the next group are `stepTo` bytes
 *   further.
 * @param bytes The number of groups, times `stepTo`.
 */
function transform(
  from0: usize,
  from1: usize,
  from2: usize,
  from3: usize,
  from4: usize,
  from5: usize,
  step: usize,
  to: usize,
  stride: usize,
  stepTo: usize,
  bytes: usize,
): void {
  const end = to + bytes;
  let at: usize = 0;
  while (to < end) {
    const d0 = v128.load(from0 + at);
    const d1 = v128.load(from1 + at);
    const d2 = v128.load(from2 + at);
    const d3 = v128.load(from3 + at);
    const d4 = v128.load(from4 + at);
    const d5 = v128.load(from5 + at);
    const even = f32x4.sub(d4, f32x4.add(d2, d2));
    const odd = f32x4.mul(f32x4.sub(d3, f32x4.add(d1, d1)), f32x4.splat(0.7071067811865476));
    const outerEven = f32x4.sub(d4, f32x4.mul(d2, f32x4.splat(0.5)));
    const outerOdd = f32x4.mul(
      f32x4.sub(d3, f32x4.mul(d1, f32x4.splat(0.5))),
      f32x4.splat(1.4142135623730951),
    );
    let point = to;
    v128.store(point, f32x4.add(f32x4.sub(d0, f32x4.mul(d2, f32x4.splat(2.5))), d4));
    point += stride;
    v128.store(point, f32x4.add(even, odd));
    point += stride;
    v128.store(point, f32x4.sub(even, odd));
    point += stride;
    v128.store(point, f32x4.add(outerEven, outerOdd));
    point += stride;
    v128.store(point, f32x4.sub(outerEven, outerOdd));
    point += stride;
    v128.store(point, f32x4.add(f32x4.sub(d1, f32x4.mul(d3, f32x4.splat(2.5))), d5));
    at += step;
    to += stepTo;
  }
}
