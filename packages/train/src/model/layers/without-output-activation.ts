import type { LayerList, LayerNode } from './layer-node.ts';
import { unsupportedLayer } from './unsupported.ts';

/** How a classifier ends: `softmax` for one class of each image, `sigmoid` for any number of tags. */
export type OutputActivation = 'softmax' | 'sigmoid';

const LINEAR = { activation: 'linear' };

/** A classifier whose output is the logits. */
export interface Logits {
  readonly layers: LayerList;
  readonly activation: OutputActivation;
}

/**
 * The same model without the softmax or the sigmoid that it ends in. Its output is the logits, from which cross-entropy is computed
 * without overflow.
 *
 * @param layers Split into activations or not.
 * @throws {SproutError} `model-unsupported` when the model ends in anything else.
 */
export function withoutOutputActivation(layers: LayerList): Logits {
  const last = layers.at(-1)!; // a model has a layer
  const activation = outputActivation(last);
  const below = layers.slice(0, -1);
  if (isActivationLayer(last)) return { layers: below, activation };
  return { layers: [...below, { ...last, config: { ...last.config, ...LINEAR } }], activation };
}

/** @throws {SproutError} `model-unsupported` unless the last layer of a model is a softmax or a sigmoid, or has one. */
export function outputActivation({
  name,
  kind,
  config,
}: Pick<LayerNode, 'name' | 'kind' | 'config'>): OutputActivation {
  const activation = config['activation'];
  if (kind === 'Softmax' || activation === 'softmax') return 'softmax';
  if (activation === 'sigmoid') return 'sigmoid';
  throw unsupportedLayer(name, 'a model that is trained must end in a softmax or a sigmoid');
}

function isActivationLayer({ kind }: LayerNode): boolean {
  return kind === 'Softmax' || kind === 'Activation';
}
