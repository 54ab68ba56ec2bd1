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
  const image = Math.floor(line / outHeight);
  const y = (line % outHeight) * geometry.strideHeight - padInfo.top;
  const x = (window % outWidth) * geometry.strideWidth - padInfo.left;
  const left = Math.max(0, x);
  const part = {
    first: ((image * inHeight + Math.max(0, y)) * inWidth + left) * inChannels,
    rows: Math.min(inHeight, y + geometry.filterHeight) - Math.max(0, y),
    columns: Math.min(inWidth, x + geometry.filterWidth) - left,
    pixelLength: inChannels,
    rowLength: inWidth * inChannels,
  };
  for (let channel = 0; channel < inChannels; channel++) {
    const argmax = argmaxOf(images, part, channel);
    result[argmax] = result[argmax]! + gradient[window * inChannels + channel]!;
  }
}

/** The part of a window that lies inside its image. */
interface WindowPart {
  /** The offset of its first pixel. */
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  /** Numbers in a pixel and in a row of the image. */
  readonly pixelLength: number;
  readonly rowLength: number;
}

/** The offset of the first largest number of one channel. */
function argmaxOf(images: Float32Array, part: WindowPart, channel: number): number {
  const { first, rows, columns, pixelLength, rowLength } = part;
  let argmax = first + channel;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = first + row * rowLength + column * pixelLength + channel;
      if (images[at]! > images[argmax]!) argmax = at;
    }
  }
  return argmax;
}
