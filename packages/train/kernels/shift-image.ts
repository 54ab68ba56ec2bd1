import { Shifting } from './shifting';

/**
 * Copies images in NCHWc, `[batch, blocks, height, width, channelBlock]`, once for each column of a window, shifted by that
 * column, in NCHW: `[batch, windowWidth, channels, rows, columns]`, where `[n, j, c, y, x]` is `images[n, c, y, x + j - left]`,
 * or zero outside the image. The rows of the window need no copies: they are views of this result (`shiftedColumns`).
 *
 * @param first The first image of this part of the work; `end` is the image after the last one.
 */
export function shiftImage(
  shifting: Shifting,
  first: i32,
  end: i32,
  images: usize,
  result: usize,
): void {
  const blocks = shifting.blocks;
  const channelBlock = shifting.channelBlock;
  const height = shifting.height;
  const width = shifting.width;
  const planeBytes = shifting.planeBytes;
  const columns = shifting.columns;
  const pixelBytes = <usize>channelBlock * 4;
  const rowBytes = <usize>columns * 4;
  const imageBytes = <usize>height * rowBytes;
  if (first === 0) shifting.fillEnds(result);
  for (let image = first; image < end; image++) {
    for (let channel = 0; channel < blocks * channelBlock; channel += 4) {
      const block = image * blocks + channel / channelBlock;
      const lanes = <usize>(channel % channelBlock) * 4;
      for (let column = 0; column < shifting.windowWidth; column++) {
        const to = shifting.planeAt(result, image, column, channel);
        const planeStride = shifting.planeAt(result, image, column, channel + 1) - to;
        const from = shifting.firstOf(column);
        const until = shifting.endOf(column);
        const pixel = block * height * width + from + column - shifting.left;
        for (let row = 0; row < height; row++) {
          const pixels = images + <usize>(pixel + row * width) * pixelBytes + lanes;
          const line = to + <usize>row * rowBytes;
          writeRow(pixels, line, from, until, columns, pixelBytes, planeStride);
        }
        for (let own: usize = 0; own < 4; own++) {
          memory.fill(to + own * planeStride + imageBytes, 0, planeBytes - imageBytes);
        }
      }
    }
  }
}

/** Writes a row of four channels: the pixels at `from` to columns `[first, end)`, zeros to the other columns. */
function writeRow(
  from: usize,
  to: usize,
  first: i32,
  end: i32,
  columns: i32,
  pixelBytes: usize,
  planeStride: usize,
): void {
  let x = 0;
  for (; x < first; x++) storeLanes(to + <usize>x * 4, planeStride, f32x4.splat(0));
  for (; x + 4 <= end; x += 4) {
    const a = v128.load(from);
    const b = v128.load(from + pixelBytes);
    const c = v128.load(from + 2 * pixelBytes);
    const d = v128.load(from + 3 * pixelBytes);
    const lowA = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const lowC = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const highA = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const highC = i32x4.shuffle(c, d, 2, 6, 3, 7);
    const at = to + <usize>x * 4;
    v128.store(at, i64x2.shuffle(lowA, lowC, 0, 2));
    v128.store(at + planeStride, i64x2.shuffle(lowA, lowC, 1, 3));
    v128.store(at + 2 * planeStride, i64x2.shuffle(highA, highC, 0, 2));
    v128.store(at + 3 * planeStride, i64x2.shuffle(highA, highC, 1, 3));
    from += 4 * pixelBytes;
  }
  for (; x < end; x++) {
    storeLanes(to + <usize>x * 4, planeStride, v128.load(from));
    from += pixelBytes;
  }
  for (; x < columns; x++) storeLanes(to + <usize>x * 4, planeStride, f32x4.splat(0));
}

/** Stores each of four numbers in its own plane; the planes are `planeStride` bytes apart. */
function storeLanes(at: usize, planeStride: usize, numbers: v128): void {
  v128.store_lane<f32>(at, numbers, 0);
  v128.store_lane<f32>(at + planeStride, numbers, 1);
  v128.store_lane<f32>(at + 2 * planeStride, numbers, 2);
  v128.store_lane<f32>(at + 3 * planeStride, numbers, 3);
}
