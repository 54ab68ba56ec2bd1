import {
  backend_util,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { multiply } from './batch-mat-mul.ts';
import { im2col, type WindowGeometry } from './im2col.ts';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/**
 * The gradient of a convolution with respect to its filters, which the wasm backend lacks: for each sample, the image as a
 * matrix `[taps * inputs, positions]` (im2col) times the output's gradient `[positions, outputs]`. Sums are in double
 * precision.
 */
export const conv2dBackpropFilter: WasmKernel<
  Conv2DBackpropFilterInputs,
  Conv2DBackpropFilterAttrs
> = {
  name: 'Conv2DBackpropFilter',
  compute: ({ inputs: { x, dy }, attrs, backend }) => {
    const { strides, pad, dimRoundingMode, filterShape } = attrs;
    const geometry: WindowGeometry = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number], // NHWC images
      filterShape,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const { batchSize, outHeight, outWidth, outChannels, inHeight, inWidth, inChannels } = geometry;
    const positions = outHeight * outWidth;
    const rows = geometry.filterHeight * geometry.filterWidth * inChannels;
    const sum = new Float64Array(rows * outChannels);
    const columns = backend.makeOutput([rows, positions], 'float32');
    for (let sample = 0; sample < batchSize; sample++) {
      const image = sample * inHeight * inWidth * inChannels;
      im2col(heapValues(backend, x).subarray(image), heapValues(backend, columns), geometry);
      const gradient = sampleOf(dy, sample, backend);
      const product = multiply(columns, gradient, backend);
      heapValues(backend, product).forEach((value, at) => (sum[at] = sum[at]! + value));
      backend.disposeData(product.dataId);
      backend.disposeData(gradient.dataId);
    }
    backend.disposeData(columns.dataId);
    return backend.makeOutput(filterShape, 'float32', undefined, Float32Array.from(sum));
  },
};

/**
 * The outputs of one sample as `[positions, outputs]`. Always a new tensor: XNNPACK keeps a packed copy of the right side of a
 * product as long as its tensor exists.
 */
function sampleOf(images: TensorInfo, sample: number, backend: BackendWasm): TensorInfo {
  const [, height, width, channels] = images.shape as [number, number, number, number]; // NHWC images
  const size = height * width * channels;
  const target = backend.makeOutput([height * width, channels], 'float32');
  const values = heapValues(backend, images).subarray(sample * size, (sample + 1) * size);
  heapValues(backend, target).set(values);
  return target;
}
