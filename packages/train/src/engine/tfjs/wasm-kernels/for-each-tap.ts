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
  const { batchSize, outHeight, filterHeight, filterWidth } = geometry;
  for (let line = 0; line < batchSize * outHeight; line++) {
    for (let tap = 0; tap < filterHeight * filterWidth; tap++)
      visitLine(geometry, { line, tap }, visit);
  }
}

/** Calls `visit` for one tap at each position of a line of the output, in which the lines of all images are numbered. */
function visitLine(
  geometry: DepthwiseGeometry,
  { line, tap }: { readonly line: number; readonly tap: number },
  visit: (offsets: TapOffsets) => void,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = geometry;
  const { filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } =
    geometry;
  const image = Math.floor(line / outHeight);
  const top = (line % outHeight) * strideHeight - padInfo.top;
  const y = top + Math.floor(tap / filterWidth) * dilationHeight;
  if (y < 0 || y >= inHeight) return;
  const shift = (tap % filterWidth) * dilationWidth - padInfo.left;
  for (let column = 0; column < outWidth; column++) {
    const x = column * strideWidth + shift;
    if (x < 0 || x >= inWidth) continue;
    visit({
      input: ((image * inHeight + y) * inWidth + x) * inChannels,
      filter: tap * outChannels,
      output: (line * outWidth + column) * outChannels,
    });
  }
}
