import { Patching } from './patching';

/**
 * An image `[batch, channels, height, width]` as each tap of a kernel meets it: `[batch, windowHeight, windowWidth,
 * channels, rows, columns]`, where `[n, i, j, c, y, x]` is `image[n, c, y * strideHeight + i - top, x * strideWidth + j -
 * left]`, or zero where there is no such pixel.
 */
export function cutPatches(patching: Patching, image: usize, result: usize): void {
  const batch = patching.batch;
  const channels = patching.channels;
  const rowBytes = <usize>patching.width * 4;
  const plane = <usize>patching.height * rowBytes;
  for (let sample = 0; sample < batch; sample++) {
    for (let i = 0; i < patching.windowHeight; i++) {
      for (let j = 0; j < patching.windowWidth; j++) {
        for (let channel = 0; channel < channels; channel++) {
          const from = image + <usize>(sample * channels + channel) * plane;
          for (let row = 0; row < patching.rows; row++) {
            const met = row * patching.strideHeight + i - patching.top;
            if (met < 0 || met >= patching.height) {
              memory.fill(result, 0, <usize>patching.columns * 4);
            } else {
              cutRow(patching, j - patching.left, from + <usize>met * rowBytes, result);
            }
            result += <usize>patching.columns * 4;
          }
        }
      }
    }
  }
}

/** The pixels of a row from `start` on, each `strideWidth`th. */
function cutRow(patching: Patching, start: i32, row: usize, result: usize): void {
  const width = patching.width;
  const columns = patching.columns;
  const stride = patching.strideWidth;
  const end = min(columns, (width - 1 - start + stride) / stride);
  let x = 0;
  for (; x < columns && x * stride + start < 0; x++) store<f32>(result + <usize>x * 4, 0);
  if (stride === 1 && x < end) {
    memory.copy(result + <usize>x * 4, row + <usize>(x + start) * 4, <usize>(end - x) * 4);
    x = end;
  } else if (stride === 2) {
    for (; x + 4 < end; x += 4) {
      const at = row + <usize>(2 * x + start) * 4;
      const every = i32x4.shuffle(v128.load(at), v128.load(at + 16), 0, 2, 4, 6);
      v128.store(result + <usize>x * 4, every);
    }
  }
  for (; x < end; x++) {
    store<f32>(result + <usize>x * 4, load<f32>(row + <usize>(x * stride + start) * 4));
  }
  for (; x < columns; x++) store<f32>(result + <usize>x * 4, 0);
}
