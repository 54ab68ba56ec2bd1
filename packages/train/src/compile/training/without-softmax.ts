import type { LayerList } from '../../model/layers/layer-node.ts';
import { activationName } from '../../model/layers/layer-node.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';

/**
 * A classifier without its softmax, which is part of the loss.
 *
 * @throws {SproutError} `model-unsupported` when the last layer is not a softmax.
 */
export function withoutSoftmax(layers: LayerList): LayerList {
  const last = layers.at(-1)!; // a model has a layer
  if (last.kind === 'Activation' && activationName(last) === 'softmax') return layers.slice(0, -1);
  throw unsupportedLayer(last.name, 'a model that is trained must end in a softmax');
}
