import type { LayerList, LayerNode } from './layer-node.ts';

const ACTIVATION_LAYERS = new Set(['ReLU', 'Softmax']);

/**
 * The same model for the compiler: a layer with an activation of its own becomes two nodes, and activations with a class of
 * their own become `Activation` nodes. The activation takes over the layer's name, so that the nodes after it stay as they
 * are. A list that is split already stays the same.
 */
export function splitActivations(layers: LayerList): LayerList {
  return layers.flatMap(split);
}

function split(node: LayerNode): LayerNode[] {
  const activation = ownActivation(node);
  if (activation === undefined || activation === 'linear') return [node];
  const apart = { ...node, kind: 'Activation', config: { activation } };
  if (ACTIVATION_LAYERS.has(node.kind)) return [apart];
  const bare = `${node.name}:linear`;
  return [
    { ...node, name: bare, config: { ...node.config, activation: 'linear' } },
    { ...apart, inputs: [bare] },
  ];
}

function ownActivation({ kind, config }: LayerNode): string | undefined {
  const ceiling = config['max_value'] ?? 'none';
  const bends = Boolean(config['negative_slope']) || Boolean(config['threshold']);
  if (kind === 'ReLU' && bends) return undefined;
  if (kind === 'ReLU' && ceiling === 'none') return 'relu';
  if (kind === 'ReLU' && ceiling === 6) return 'relu6';
  if (kind === 'Softmax') return 'softmax';
  const activation = config['activation'];
  return typeof activation === 'string' && kind !== 'Activation' ? activation : undefined;
}
