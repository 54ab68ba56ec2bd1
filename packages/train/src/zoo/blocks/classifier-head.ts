import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { OutputActivation } from '../../model/layers/without-output-activation.ts';

export interface ClassifierHeadOptions {
  readonly classes: number;
  /** The share of features that each training step leaves out. */
  readonly dropout?: number;
  /** `softmax` by default. */
  readonly activation?: OutputActivation;
}

/** The mean of each channel over the image, dropout if its rate is above 0, a dense layer and its activation: `[count, classes]`. */
export function classifierHead(
  images: SymbolicTensor,
  { classes, dropout = 0, activation = 'softmax' }: ClassifierHeadOptions,
): SymbolicTensor {
  let features = layers.globalAveragePooling2d({ name: 'average' }).apply(images);
  if (dropout > 0) features = layers.dropout({ name: 'dropout', rate: dropout }).apply(features);
  return layers
    .dense({ name: 'classes', units: classes, activation, kernelInitializer: 'zeros' })
    .apply(features) as SymbolicTensor; // symbolic in, symbolic out
}
