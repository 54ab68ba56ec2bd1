import { addLanes } from './add-lanes';
import { Depthwise } from './depthwise';

/** The number of products that are summed in 32 bits, unless a row has more; their factors are in the first-level cache. */
const CHUNK = 128;

/**
 * The gradient of a depthwise convolution with respect to its filters. The products of a chunk of rows are summed in 32 bits, the
 * sums of chunks in 64 bits.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param gradient The gradient with respect to the result, `[batch, blocks, rows, columns, channelBlock]`.
 * @param sums Overwritten: memory for 64-bit sums, `[blocks, windowHeight, windowWidth, channelBlock]`.
 * @param result Written: the gradient, `[blocks, windowHeight, windowWidth, channelBlock]`.
 */
export function depthwiseFilterGradient(
  depthwise: Depthwise,
  first: i32,
  end: i32,
  images: usize,
  gradient: usize,
  sums: usize,
  result: usize,
): void {
  const batch = depthwise.batch;
  const blocks = depthwise.blocks;
  const filterBytes = depthwise.filterBytes;
  const chunk = max(1, CHUNK / depthwise.columns);
  for (let block = first; block < end; block++) {
    const own = sums + <usize>block * 2 * filterBytes;
    memory.fill(own, 0, 2 * filterBytes);
    for (let image = 0; image < batch; image++) {
      const index = <usize>(image * blocks + block);
      const plane = images + index * depthwise.planeBytes;
      const towards = gradient + index * depthwise.resultBytes;
      for (let row = 0; row < depthwise.rows; row += chunk) {
        addRows(depthwise, plane, towards, row, min(depthwise.rows, row + chunk), own);
      }
    }
    for (let at: usize = 0; at < filterBytes; at += 4) {
      store<f32>(result + <usize>block * filterBytes + at, <f32>load<f64>(own + 2 * at));
    }
  }
}

/** Adds the products of rows of the gradient, from `row` up to `end`, with the pixels of the image to the sums of the taps. */
function addRows(
  depthwise: Depthwise,
  plane: usize,
  gradient: usize,
  row: i32,
  end: i32,
  sums: usize,
): void {
  const pixelBytes = depthwise.pixelBytes;
  const columns = depthwise.columns;
  const windowWidth = depthwise.windowWidth;
  const strideWidth = depthwise.strideWidth;
  const stepBytes = <usize>strideWidth * pixelBytes;
  const rowBytes = <usize>(depthwise.strideHeight * depthwise.width) * pixelBytes;
  const gradientRowBytes = <usize>columns * pixelBytes;
  for (let i = 0; i < depthwise.windowHeight; i++) {
    const firstRow = max(row, depthwise.firstRow(i));
    const rows = min(end, depthwise.endRow(i)) - firstRow;
    const y = firstRow * depthwise.strideHeight + i - depthwise.top;
    for (let j = 0; j < windowWidth; j++) {
      const first = depthwise.firstColumn(j);
      const count = depthwise.endColumn(j) - first;
      const x = first * strideWidth + j - depthwise.left;
      const from = plane + <usize>(y * depthwise.width + x) * pixelBytes;
      const towards = gradient + <usize>(firstRow * columns + first) * pixelBytes;
      const tap = sums + <usize>(i * windowWidth + j) * 2 * pixelBytes;
      for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
        let a = f32x4.splat(0);
        let b = f32x4.splat(0);
        let left = from + lanes;
        let right = towards + lanes;
        for (let own = 0; own < rows; own++) {
          let l = left;
          let r = right;
          let column = 0;
          for (; column < count - 1; column += 2) {
            a = f32x4.add(a, f32x4.mul(v128.load(l), v128.load(r)));
            b = f32x4.add(b, f32x4.mul(v128.load(l + stepBytes), v128.load(r + pixelBytes)));
            l += 2 * stepBytes;
            r += 2 * pixelBytes;
          }
          if (column < count) a = f32x4.add(a, f32x4.mul(v128.load(l), v128.load(r)));
          left += rowBytes;
          right += gradientRowBytes;
        }
        addLanes(tap + 2 * lanes, f32x4.add(a, b));
      }
    }
  }
}
