import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { LayerOutput } from '../predictor.ts';

/** The outputs of layers in inference mode. Their intermediate results are freed; they are the caller's to dispose of. */
export function layerTensors(
  model: LayersModel,
  images: Tensor,
  layers: readonly string[],
): Tensor[] {
  const wanted = layers.map((name) => (model.getLayer(name).output as SymbolicTensor).name); // each layer is used once
  return model.execute(images, wanted) as Tensor[]; // a list gives a list
}

/** A copy of the numbers of a tensor. */
export function layerOutput(tensor: Tensor): LayerOutput {
  return { shape: [...tensor.shape], data: Float32Array.from(tensor.dataSync()) };
}
