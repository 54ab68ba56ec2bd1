import {
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { depthwiseGeometry } from './depthwise-geometry.ts';
import { forEachTap } from './for-each-tap.ts';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/** The gradient of a depthwise convolution with respect to its filters, which the wasm backend lacks. Sums are in double precision. */
export const depthwiseBackpropFilter: WasmKernel<
  DepthwiseConv2dNativeBackpropFilterInputs,
  DepthwiseConv2dNativeBackpropFilterAttrs
> = {
  name: 'DepthwiseConv2dNativeBackpropFilter',
  compute: ({ inputs: { x, dy }, attrs, backend }) => {
    const { filterShape } = attrs;
    const inputShape = x.shape as [number, number, number, number]; // NHWC images
    const geometry = depthwiseGeometry(attrs, { inputShape, filterShape });
    const { inChannels, outChannels, filterHeight, filterWidth, multiplier } = geometry;
    const images = heapValues(backend, x);
    const gradient = heapValues(backend, dy);
    const sum = new Float64Array(filterHeight * filterWidth * outChannels);
    forEachTap(geometry, ({ input, filter, output }) => {
      for (let channel = 0; channel < inChannels; channel++) {
        const value = images[input + channel]!;
        for (let at = channel * multiplier; at < (channel + 1) * multiplier; at++) {
          sum[filter + at] = sum[filter + at]! + value * gradient[output + at]!;
        }
      }
    });
    return backend.makeOutput(filterShape, 'float32', undefined, Float32Array.from(sum));
  },
};
