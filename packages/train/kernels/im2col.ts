/** The parameters of `im2col`. */
@unmanaged
export class Im2col {
  batch!: i32;
  channels!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the convolution's result. */
  rows!: i32;
  columns!: i32;
  windowHeight!: i32;
  windowWidth!: i32;
  strideHeight!: i32;
  strideWidth!: i32;
  /** The borders above and left of the image, in pixels. */
  top!: i32;
  left!: i32;
}

/**
 * im2col of images `[batch, channels, height, width]`: `[batch, windowHeight, windowWidth, channels, rows, columns]`, where
 * `[n, i, j, c, y, x]` is `images[n, c, y * strideHeight + i - top, x * strideWidth + j - left]`, or zero outside the image.
 *
 * @param first The first image of this part of the work; `end` is the image after the last one.
 */
export function im2col(
  parameters: Im2col,
  first: i32,
  end: i32,
  images: usize,
  result: usize,
): void {
  const channels = parameters.channels;
  const rowBytes = <usize>parameters.width * 4;
  const planeBytes = <usize>parameters.height * rowBytes;
  const taps = parameters.windowHeight * parameters.windowWidth * channels;
  result += <usize>(first * taps * parameters.rows * parameters.columns) * 4;
  for (let image = first; image < end; image++) {
    for (let i = 0; i < parameters.windowHeight; i++) {
      for (let j = 0; j < parameters.windowWidth; j++) {
        for (let channel = 0; channel < channels; channel++) {
          const plane = images + <usize>(image * channels + channel) * planeBytes;
          for (let row = 0; row < parameters.rows; row++) {
            const y = row * parameters.strideHeight + i - parameters.top;
            if (y < 0 || y >= parameters.height) {
              memory.fill(result, 0, <usize>parameters.columns * 4);
            } else {
              copyRow(parameters, j - parameters.left, plane + <usize>y * rowBytes, result);
            }
            result += <usize>parameters.columns * 4;
          }
        }
      }
    }
  }
}

/** Copies every `strideWidth`th pixel of a row, from pixel `start` on, with zeros outside the image. */
function copyRow(parameters: Im2col, start: i32, row: usize, result: usize): void {
  const width = parameters.width;
  const columns = parameters.columns;
  const stride = parameters.strideWidth;
  const end = min(columns, (width - 1 - start + stride) / stride);
  let x = 0;
  for (; x < columns && x * stride + start < 0; x++) store<f32>(result + <usize>x * 4, 0);
  if (stride === 1 && x < end) {
    memory.copy(result + <usize>x * 4, row + <usize>(x + start) * 4, <usize>(end - x) * 4);
    x = end;
  } else if (stride === 2) {
    for (; x + 4 < end; x += 4) {
      const from = row + <usize>(2 * x + start) * 4;
      const everySecond = i32x4.shuffle(v128.load(from), v128.load(from + 16), 0, 2, 4, 6);
      v128.store(result + <usize>x * 4, everySecond);
    }
  }
  for (; x < end; x++) {
    store<f32>(result + <usize>x * 4, load<f32>(row + <usize>(x * stride + start) * 4));
  }
  for (; x < columns; x++) store<f32>(result + <usize>x * 4, 0);
}
