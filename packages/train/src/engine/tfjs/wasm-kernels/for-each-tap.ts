import { backend_util } from '@tensorflow/tfjs-core';

/** A depthwise convolution over NHWC images, as tfjs describes it. */
export type DepthwiseGeometry = ReturnType<typeof backend_util.computeConv2DInfo>;

/** Offsets of the first channel, for one tap of the filters at one position of the output. */
export interface TapOffsets {
  readonly input: number;
  readonly filter: number;
  readonly output: number;
}

/** Calls `visit` for each tap at each position of the output, except where the tap is outside the image. */
export function forEachTap(
  geometry: DepthwiseGeometry,
  visit: (offsets: TapOffsets) => void,
): void {
  const { batchSize, outHeight, outWidth, outChannels, filterHeight, filterWidth } = geometry;
  const taps = filterHeight * filterWidth;
  const lines = batchSize * outHeight;
  for (let line = 0; line < lines; line++) {
    for (let tap = 0; tap < taps; tap++) {
      const inputOffset = inputOffsets(geometry, line, tap);
      for (let column = 0; column < outWidth; column++) {
        const output = (line * outWidth + column) * outChannels;
        const input = inputOffset(column);
        // oxlint-disable-next-line eslint/max-depth -- a loop for each axis, and no call that a hot loop would pay for
        if (input >= 0) visit({ input, filter: tap * outChannels, output });
      }
    }
  }
}

/**
 * Returns a function from a column of a row of the output to the offset of the input pixel under a tap, or -1 outside the
 * image.
 */
function inputOffsets(
  geometry: DepthwiseGeometry,
  line: number,
  tap: number,
): (column: number) => number {
  const { inHeight, inWidth, inChannels, outHeight, filterWidth, padInfo } = geometry;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
  const sample = Math.floor(line / outHeight);
  const y =
    (line % outHeight) * strideHeight +
    Math.floor(tap / filterWidth) * dilationHeight -
    padInfo.top;
  const shift = (tap % filterWidth) * dilationWidth - padInfo.left;
  return (column) => {
    const x = column * strideWidth + shift;
    const inside = y >= 0 && y < inHeight && x >= 0 && x < inWidth;
    return inside ? ((sample * inHeight + y) * inWidth + x) * inChannels : -1;
  };
}
