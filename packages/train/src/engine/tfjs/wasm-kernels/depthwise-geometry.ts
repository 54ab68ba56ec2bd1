import {
  backend_util,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
} from '@tensorflow/tfjs-core';

type DepthwiseAttrs = Pick<
  DepthwiseConv2dNativeBackpropFilterAttrs & DepthwiseConv2dNativeBackpropInputAttrs,
  'strides' | 'dilations' | 'pad' | 'dimRoundingMode'
>;

type Shape4D = [number, number, number, number];

export interface DepthwiseGeometry extends backend_util.Conv2DInfo {
  /** Filters for each input channel. */
  readonly multiplier: number;
}

/** The sizes, strides and padding of a depthwise convolution of images in NHWC. */
export function depthwiseGeometry(
  { strides, dilations, pad, dimRoundingMode }: DepthwiseAttrs,
  { inputShape, filterShape }: { readonly inputShape: Shape4D; readonly filterShape: Shape4D },
): DepthwiseGeometry {
  const geometry = backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  );
  return { ...geometry, multiplier: geometry.outChannels / geometry.inChannels };
}
