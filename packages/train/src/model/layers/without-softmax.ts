import type { LayerList, LayerNode } from './layer-node.ts';
import { unsupportedLayer } from './unsupported.ts';

const LINEAR = { activation: 'linear' };

/**
 * The same model without the softmax that it ends in. Its output is the logits, from which cross-entropy is computed without
 * overflow.
 *
 * @param layers Split into activations or not.
 * @throws {SproutError} `model-unsupported` when the last layer is not a softmax.
 */
export function withoutSoftmax(layers: LayerList): LayerList {
  const last = layers.at(-1)!; // a model has a layer
  checkSoftmax(last);
  if (isActivationLayer(last)) return layers.slice(0, -1);
  return [...layers.slice(0, -1), { ...last, config: { ...last.config, ...LINEAR } }];
}

/** @throws {SproutError} `model-unsupported` unless the last layer of a model is a softmax, or has one. */
export function checkSoftmax({
  name,
  kind,
  config,
}: Pick<LayerNode, 'name' | 'kind' | 'config'>): void {
  if (kind === 'Softmax' || config['activation'] === 'softmax') return;
  throw unsupportedLayer(name, 'a model that is trained must end in a softmax');
}

function isActivationLayer({ kind }: LayerNode): boolean {
  return kind === 'Softmax' || kind === 'Activation';
}
