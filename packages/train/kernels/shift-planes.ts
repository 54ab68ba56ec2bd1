import { Shifting } from './shifting';

/**
 * An image as each column of a kernel meets it, pixel beside pixel: `[batch, windowWidth, channels, rows, columns]`, where
 * `[n, j, c, y, x]` is `image[n, c, y, x + j - left]`, or zero where there is no such pixel.
 *
 * @param image `[batch, channels, height, width]`.
 */
export function shiftPlanes(shifting: Shifting, image: usize, result: usize): void {
  const batch = shifting.batch;
  const channels = shifting.blocks;
  const height = shifting.height;
  const width = shifting.width;
  const columns = shifting.columns;
  const plane = shifting.plane;
  shifting.fillEnds(result);
  for (let sample = 0; sample < batch; sample++) {
    for (let column = 0; column < shifting.windowWidth; column++) {
      const first = shifting.firstOf(column);
      const size = <usize>(shifting.endOf(column) - first) * 4;
      for (let channel = 0; channel < channels; channel++) {
        const to = shifting.planeAt(result, sample, column, channel);
        const met = (sample * channels + channel) * height * width + first + column - shifting.left;
        memory.fill(to, 0, plane);
        if (size === 0) continue;
        for (let row = 0; row < height; row++) {
          const from = image + <usize>(met + row * width) * 4;
          memory.copy(to + <usize>(row * columns + first) * 4, from, size);
        }
      }
    }
  }
}
