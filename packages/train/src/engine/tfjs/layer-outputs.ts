import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { LayerOutput } from '../contract/predictor.ts';

/** The outputs of layers in inference mode, by the layers' names. The caller's to dispose of. */
export function layerTensors(
  model: LayersModel,
  images: Tensor,
  layers: readonly string[],
): ReadonlyMap<string, Tensor> {
  const names = [...new Set(layers)];
  const wanted = names.map((name) => (model.getLayer(name).output as SymbolicTensor).name); // each layer is used once
  const tensors = model.execute(images, wanted) as Tensor[]; // a list of names returns a list
  return new Map(names.map((name, index) => [name, tensors[index]!])); // one tensor for each name
}

/** A copy of the numbers of a tensor. */
export function layerOutput(tensor: Tensor): LayerOutput {
  return { shape: [...tensor.shape], data: Float32Array.from(tensor.dataSync()) };
}

/** The outputs of layers as arrays. `outputOf` maps the name of a layer to the layer of `model` that computes its output. */
export function layerOutputs(
  model: LayersModel,
  images: Tensor,
  {
    layers,
    outputOf = (layer) => layer,
  }: { readonly layers: readonly string[]; readonly outputOf?: (layer: string) => string },
): ReadonlyMap<string, LayerOutput> {
  const tensors = layerTensors(model, images, layers.map(outputOf));
  return new Map(layers.map((layer) => [layer, layerOutput(tensors.get(outputOf(layer))!)])); // a requested layer
}
