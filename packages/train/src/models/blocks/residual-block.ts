import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { convolutionBlock } from './convolution-block.ts';

export interface ResidualBlockOptions {
  readonly name: string;
  readonly filters: number;
  readonly stride?: number;
}

/**
 * Two convolutions whose result is added to the input, then ReLU; where the shape changes the input goes through a
 * 1x1 convolution (He et al. 2015, arXiv:1512.03385, option B).
 *
 * @param images `[count, height, width, channels]`.
 * @returns `[count, ceil(height / stride), ceil(width / stride), filters]`.
 */
export function residualBlock(
  images: SymbolicTensor,
  { name, filters, stride = 1 }: ResidualBlockOptions,
): SymbolicTensor {
  const first = convolutionBlock(images, { name: `${name}_1`, filters, stride });
  const second = convolutionBlock(first, { name: `${name}_2`, filters, relu: false });
  const sameShape = stride === 1 && images.shape.at(-1) === filters;
  const shortcut = sameShape
    ? images
    : convolutionBlock(images, {
        name: `${name}_shortcut`,
        filters,
        stride,
        kernelSize: 1,
        relu: false,
      });
  const sum = layers.add({ name: `${name}_add` }).apply([second, shortcut]);
  return layers.reLU({ name: `${name}_relu` }).apply(sum) as SymbolicTensor; // symbolic in, symbolic out
}
