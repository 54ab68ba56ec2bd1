import type { LayerList, LayerNode } from './layer-node.ts';

const ACTIVATION_LAYERS = new Set(['ReLU', 'Softmax']);

/**
 * The same model for the compiler: a layer with an activation becomes two nodes, and layers that are activations, such as
 * `Softmax`, become `Activation` nodes. The activation node takes over the layer's name, so that the nodes after it need no
 * change. A list that is split already stays the same.
 */
export function splitActivations(layers: LayerList): LayerList {
  return layers.flatMap(split);
}

function split(node: LayerNode): LayerNode[] {
  const activation = ownActivation(node);
  if (activation === undefined || activation === 'linear') return [node];
  const activationNode = { ...node, kind: 'Activation', config: { activation } };
  if (ACTIVATION_LAYERS.has(node.kind)) return [activationNode];
  const linear = `${node.name}:linear`;
  return [
    { ...node, name: linear, config: { ...node.config, activation: 'linear' } },
    { ...activationNode, inputs: [linear] },
  ];
}

/** The activation that a layer applies; `undefined` for none, or for one without a name. */
function ownActivation({ kind, config }: LayerNode): string | undefined {
  const ceiling = config['max_value'] ?? 'none';
  const isShifted = Boolean(config['negative_slope']) || Boolean(config['threshold']);
  if (kind === 'ReLU' && isShifted) return undefined;
  if (kind === 'ReLU' && ceiling === 'none') return 'relu';
  if (kind === 'ReLU' && ceiling === 6) return 'relu6';
  if (kind === 'Softmax') return 'softmax';
  const activation = config['activation'];
  return typeof activation === 'string' && kind !== 'Activation' ? activation : undefined;
}
