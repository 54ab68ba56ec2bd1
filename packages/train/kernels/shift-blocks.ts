import { Shifting } from './shifting';

/**
 * An image `[batch, blocks, height, width, block]` as each column of a kernel meets it, pixel beside pixel: `[batch,
 * windowWidth, channels, rows, columns]`, where `[n, j, c, y, x]` is `image[n, c, y, x + j - left]`, or zero where there is
 * no such pixel.
 */
export function shiftBlocks(shifting: Shifting, image: usize, result: usize): void {
  const batch = shifting.batch;
  const blocks = shifting.blocks;
  const block = shifting.block;
  const height = shifting.height;
  const width = shifting.width;
  const plane = shifting.plane;
  const columns = shifting.columns;
  const step = <usize>block * 4;
  const rowBytes = <usize>columns * 4;
  const used = <usize>height * rowBytes;
  shifting.fillEnds(result);
  for (let sample = 0; sample < batch; sample++) {
    for (let channel = 0; channel < blocks * block; channel += 4) {
      const place = sample * blocks + channel / block;
      const lanes = <usize>(channel % block) * 4;
      for (let column = 0; column < shifting.windowWidth; column++) {
        const to = shifting.planeAt(result, sample, column, channel);
        const apart = shifting.planeAt(result, sample, column, channel + 1) - to;
        const first = shifting.firstOf(column);
        const end = shifting.endOf(column);
        const met = place * height * width + first + column - shifting.left;
        for (let row = 0; row < height; row++) {
          const from = image + <usize>(met + row * width) * step + lanes;
          writeRow(from, to + <usize>row * rowBytes, first, end, columns, step, apart);
        }
        for (let own: usize = 0; own < 4; own++) {
          memory.fill(to + own * apart + used, 0, plane - used);
        }
      }
    }
  }
}

/** A row of four channels: pixels from `from` on at `[first, end)`, zeros at the other columns. */
function writeRow(
  from: usize,
  to: usize,
  first: i32,
  end: i32,
  columns: i32,
  step: usize,
  apart: usize,
): void {
  let x = 0;
  for (; x < first; x++) storeApart(to + <usize>x * 4, apart, f32x4.splat(0));
  for (; x + 4 <= end; x += 4) {
    const a = v128.load(from);
    const b = v128.load(from + step);
    const c = v128.load(from + 2 * step);
    const d = v128.load(from + 3 * step);
    const lowA = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const lowC = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const highA = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const highC = i32x4.shuffle(c, d, 2, 6, 3, 7);
    const at = to + <usize>x * 4;
    v128.store(at, i64x2.shuffle(lowA, lowC, 0, 2));
    v128.store(at + apart, i64x2.shuffle(lowA, lowC, 1, 3));
    v128.store(at + 2 * apart, i64x2.shuffle(highA, highC, 0, 2));
    v128.store(at + 3 * apart, i64x2.shuffle(highA, highC, 1, 3));
    from += 4 * step;
  }
  for (; x < end; x++) {
    storeApart(to + <usize>x * 4, apart, v128.load(from));
    from += step;
  }
  for (; x < columns; x++) storeApart(to + <usize>x * 4, apart, f32x4.splat(0));
}

/** Four numbers, each to a plane of its own, `apart` bytes from the next. */
function storeApart(at: usize, apart: usize, numbers: v128): void {
  v128.store_lane<f32>(at, numbers, 0);
  v128.store_lane<f32>(at + apart, numbers, 1);
  v128.store_lane<f32>(at + 2 * apart, numbers, 2);
  v128.store_lane<f32>(at + 3 * apart, numbers, 3);
}
