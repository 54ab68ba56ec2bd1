import { clone, customGrad, relu, type Tensor } from '@tensorflow/tfjs-core';
import type { layers, LayersModel } from '@tensorflow/tfjs-layers';
import { RECTIFIERS } from '../../model/layers/rectifiers.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import { withLayerOutputs } from './with-layer-outputs.ts';

/**
 * Runs work while only positive gradients pass to the rectifiers of a model, whose activations are layers.
 *
 * @throws {SproutError} `model-unsupported` for a layer that contains layers.
 */
export function withGuidedRectifiers<T>(model: LayersModel, work: () => T): T {
  const nested = model.layers.find((layer) => 'layers' in layer || 'layer' in layer);
  if (nested !== undefined)
    throw unsupportedLayer(nested.name, 'guided gradients do not reach the layers inside a layer');
  return withLayerOutputs(model.layers.filter(isRectifier), positiveGradients, work);
}

function isRectifier(layer: layers.Layer): boolean {
  if (layer.getClassName() === 'ReLU') return true;
  const { activation } = layer.getConfig();
  return (
    layer.getClassName() === 'Activation' &&
    typeof activation === 'string' &&
    RECTIFIERS.has(activation)
  );
}

/** The same values; the negative numbers of their gradient become 0. */
function positiveGradients(values: Tensor): Tensor {
  const pass = customGrad((same) => ({
    value: clone(same as Tensor), // one tensor is given
    gradFunc: (gradient: Tensor) => relu(gradient),
  }));
  return pass(values);
}
