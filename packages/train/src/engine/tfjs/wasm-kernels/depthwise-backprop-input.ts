import {
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type DepthwiseConv2dNativeBackpropInputInputs,
} from '@tensorflow/tfjs-core';
import { depthwiseGeometry } from './depthwise-geometry.ts';
import { forEachTap } from './for-each-tap.ts';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/** The gradient of a depthwise convolution with respect to its input, which the wasm backend lacks. */
export const depthwiseBackpropInput: WasmKernel<
  DepthwiseConv2dNativeBackpropInputInputs,
  DepthwiseConv2dNativeBackpropInputAttrs
> = {
  name: 'DepthwiseConv2dNativeBackpropInput',
  compute: ({ inputs: { dy, filter }, attrs, backend }) => {
    const { inputShape } = attrs;
    const filterShape = filter.shape as [number, number, number, number]; // a depthwise filter
    const geometry = depthwiseGeometry(attrs, { inputShape, filterShape });
    const { inChannels, multiplier } = geometry;
    const target = backend.makeOutput(inputShape, 'float32');
    const taps = heapValues(backend, filter);
    const gradient = heapValues(backend, dy);
    const result = heapValues(backend, target).fill(0);
    forEachTap(geometry, ({ input, filter: tap, output }) => {
      for (let channel = 0; channel < inChannels; channel++) {
        let sum = 0;
        for (let at = channel * multiplier; at < (channel + 1) * multiplier; at++) {
          sum += taps[tap + at]! * gradient[output + at]!;
        }
        result[input + channel] = result[input + channel]! + sum;
      }
    });
    return target;
  },
};
