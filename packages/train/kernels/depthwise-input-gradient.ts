import { Depthwise } from './depthwise';

/**
 * The gradient of a depthwise convolution with respect to its images.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param gradient The gradient with respect to the result, `[batch, blocks, rows, columns, channelBlock]`.
 * @param filters `[blocks, windowHeight, windowWidth, channelBlock]`.
 * @param result Written: the gradient, `[batch, blocks, height, width, channelBlock]`.
 */
export function depthwiseInputGradient(
  depthwise: Depthwise,
  first: i32,
  end: i32,
  gradient: usize,
  filters: usize,
  result: usize,
): void {
  const blocks = depthwise.blocks;
  for (let block = first; block < end; block++) {
    const own = filters + <usize>block * depthwise.filterBytes;
    for (let image = 0; image < depthwise.batch; image++) {
      const index = <usize>(image * blocks + block);
      const from = gradient + index * depthwise.resultBytes;
      writePlane(depthwise, from, own, result + index * depthwise.planeBytes);
    }
  }
}

/** Adds the gradient of each pixel of the result, times the taps of its window, to the pixels of the window. */
function writePlane(depthwise: Depthwise, gradient: usize, filters: usize, result: usize): void {
  const pixelBytes = depthwise.pixelBytes;
  const strideWidth = depthwise.strideWidth;
  const stepBytes = <usize>strideWidth * pixelBytes;
  memory.fill(result, 0, depthwise.planeBytes);
  for (let row = 0; row < depthwise.rows; row++) {
    const gradientRow = gradient + <usize>(row * depthwise.columns) * pixelBytes;
    for (let i = 0; i < depthwise.windowHeight; i++) {
      if (row < depthwise.firstRow(i) || row >= depthwise.endRow(i)) continue;
      const y = row * depthwise.strideHeight + i - depthwise.top;
      for (let j = 0; j < depthwise.windowWidth; j++) {
        const first = depthwise.firstColumn(j);
        const end = depthwise.endColumn(j);
        const x = first * strideWidth + j - depthwise.left;
        const to = result + <usize>(y * depthwise.width + x) * pixelBytes;
        const tap = filters + <usize>(i * depthwise.windowWidth + j) * pixelBytes;
        for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
          const weight = v128.load(tap + lanes);
          let from = gradientRow + <usize>first * pixelBytes + lanes;
          let at = to + lanes;
          for (let column = first; column < end; column++) {
            const product = f32x4.mul(v128.load(from), weight);
            v128.store(at, f32x4.add(v128.load(at), product));
            from += pixelBytes;
            at += stepBytes;
          }
        }
      }
    }
  }
}
