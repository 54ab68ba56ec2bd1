import type { Json } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';

/** The formats that `readWeights` reads. `keras-h5` is that of Keras 1 and 2, `keras-3-h5` a `.weights.h5` of Keras 3. */
export type WeightsFormat =
  'keras-h5' | 'keras-3-h5' | 'keras' | 'tfjs' | 'npy' | 'npz' | 'safetensors' | 'pytorch';

/** A layer as the file lists it. A layer without weights is listed too, with an empty list. */
export interface WeightsLayer {
  readonly name: string;
  /** Names of tensors of the file, in the order of the layer's weights. */
  readonly weights: readonly string[];
}

/** The contents of a file of weights. All of it is data; nothing in it is ever evaluated. */
export interface WeightsContent {
  readonly format: WeightsFormat;
  /** Finite numbers in fresh arrays. Each name occurs once. */
  readonly tensors: readonly NamedTensor[];
  /** In files that say which weights belong to which layer: those of Keras and TensorFlow.js. */
  readonly layers?: readonly WeightsLayer[];
  /** Whether `layers` has the order of the model's layers, and not that of their names. */
  readonly layersAreInOrder: boolean;
  /** The topology of the model, unchecked: `readTopology` decides what is supported. */
  readonly model?: Json;
  readonly metadata: ReadonlyMap<string, string>;
}
