import { backend_util, type MaxPoolGradAttrs, type MaxPoolGradInputs } from '@tensorflow/tfjs-core';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';
import type { WindowGeometry } from './im2col.ts';

/**
 * The gradient of maximum pooling, which goes to the argmax of each window: the first pixel that equals the maximum. The
 * shipped kernel loses the gradient of windows whose maximum is negative.
 */
export const maxPoolGrad: WasmKernel<MaxPoolGradInputs, MaxPoolGradAttrs> = {
  name: 'MaxPoolGrad',
  compute: ({ inputs: { dy, input }, attrs, backend }) => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs;
    const shape = input.shape as [number, number, number, number]; // NHWC images
    const geometry = backend_util.computePool2DInfo(
      shape,
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const target = backend.makeOutput(shape, 'float32');
    const images = heapValues(backend, input);
    const gradient = heapValues(backend, dy);
    const result = heapValues(backend, target).fill(0);
    const windows = geometry.batchSize * geometry.outHeight * geometry.outWidth;
    for (let window = 0; window < windows; window++)
      addToArgmax(window, { geometry, images, gradient, result });
    return target;
  },
};

interface Pooling {
  readonly geometry: WindowGeometry;
  readonly images: Float32Array;
  readonly gradient: Float32Array;
  readonly result: Float32Array;
}

function addToArgmax(window: number, { geometry, images, gradient, result }: Pooling): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = geometry;
  const line = Math.floor(window / outWidth);
  const sample = Math.floor(line / outHeight);
  const y = (line % outHeight) * geometry.strideHeight - padInfo.top;
  const x = (window % outWidth) * geometry.strideWidth - padInfo.left;
  const bottom = Math.min(inHeight, y + geometry.filterHeight);
  const right = Math.min(inWidth, x + geometry.filterWidth);
  for (let channel = 0; channel < inChannels; channel++) {
    let argmax = -1;
    for (let row = Math.max(0, y); row < bottom; row++) {
      for (let column = Math.max(0, x); column < right; column++) {
        const at = ((sample * inHeight + row) * inWidth + column) * inChannels + channel;
        // oxlint-disable-next-line eslint/max-depth -- a loop for each axis, and no call that a hot loop would pay for
        if (argmax < 0 || images[at]! > images[argmax]!) argmax = at;
      }
    }
    result[argmax] = result[argmax]! + gradient[window * inChannels + channel]!;
  }
}
