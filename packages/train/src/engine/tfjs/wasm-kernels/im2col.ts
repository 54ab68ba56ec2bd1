/** The window of a convolution or a pooling over NHWC images, as tfjs describes it. */
export interface WindowGeometry {
  readonly batchSize: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inChannels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly padInfo: { readonly top: number; readonly left: number };
}

/**
 * im2col of an image: the numbers under each tap of the filters at each position, 0 outside the image.
 *
 * @param image `[inHeight, inWidth, inChannels]`. Only read.
 * @param target Written: `[filterHeight * filterWidth * inChannels, outHeight * outWidth]`.
 */
export function im2col(image: Float32Array, target: Float32Array, geometry: WindowGeometry): void {
  const { filterHeight, filterWidth, inChannels, outHeight, outWidth } = geometry;
  const plane = outHeight * outWidth;
  for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
    const tapRow = Math.floor(tap / filterWidth);
    const tapColumn = tap % filterWidth;
    for (let row = 0; row < outHeight; row++) {
      const start = tap * inChannels * plane + row * outWidth;
      writeRow(image, target, { geometry, row, tapRow, tapColumn, start, plane });
    }
  }
}

interface Row {
  readonly geometry: WindowGeometry;
  readonly row: number;
  readonly tapRow: number;
  readonly tapColumn: number;
  readonly start: number;
  readonly plane: number;
}

/** One row of positions under one tap, for all channels. */
function writeRow(image: Float32Array, target: Float32Array, line: Row): void {
  const { geometry, row, tapRow, tapColumn, start, plane } = line;
  const { inHeight, inWidth, inChannels, outWidth, strideHeight, strideWidth, padInfo } = geometry;
  const y = row * strideHeight + tapRow - padInfo.top;
  const inside = y >= 0 && y < inHeight;
  for (let column = 0; column < outWidth; column++) {
    const x = column * strideWidth + tapColumn - padInfo.left;
    const from = inside && x >= 0 && x < inWidth ? (y * inWidth + x) * inChannels : -1;
    let to = start + column;
    for (let channel = 0; channel < inChannels; channel++, to += plane) {
      target[to] = from < 0 ? 0 : image[from + channel]!;
    }
  }
}
