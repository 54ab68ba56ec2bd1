import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';

export interface ConvolutionBlockOptions {
  readonly name: string;
  readonly filters: number;
  readonly kernelSize?: number;
  readonly stride?: number;
}

/**
 * Convolution (same padding, no bias: batch normalisation has one), batch normalisation, ReLU.
 *
 * @param images `[count, height, width, channels]`.
 * @returns `[count, ceil(height / stride), ceil(width / stride), filters]`; layers `<name>_conv`, `<name>_norm`, `<name>_relu`.
 */
export function convolutionBlock(
  images: SymbolicTensor,
  { name, filters, kernelSize = 3, stride = 1 }: ConvolutionBlockOptions,
): SymbolicTensor {
  const convolved = layers
    .conv2d({
      name: `${name}_conv`,
      filters,
      kernelSize,
      strides: stride,
      padding: 'same',
      useBias: false,
      kernelInitializer: 'zeros',
    })
    .apply(images);
  const normed = layers
    .batchNormalization({ name: `${name}_norm`, momentum: 0.9 })
    .apply(convolved);
  return layers.reLU({ name: `${name}_relu` }).apply(normed) as SymbolicTensor; // symbolic in, symbolic out
}
