import { ACTIVATIONS } from './layer/activations.ts';
import {
  activationName,
  type BlockParts,
  type LayerList,
  type LayerNode,
} from '../model/layers/layer-node.ts';

/**
 * Joins each convolution with the batch normalisation that alone uses it, and with a rising activation and a maximum
 * pooling after that, into one `ConvolutionBlock`. Only where convolution and normalisation both learn.
 */
export function fuseBlocks(layers: LayerList): LayerList {
  const fused = new Set<LayerNode>();
  const blocks = new Map<LayerNode, LayerNode>();
  for (const layer of layers) {
    const parts = blockFrom(layer, layers);
    if (parts === undefined) continue;
    const members = Object.values(parts).filter((part) => part !== undefined);
    for (const member of members) fused.add(member);
    const last = members.at(-1)!; // there are two at least
    blocks.set(last, {
      ...last,
      kind: 'ConvolutionBlock',
      trainable: true, // whatever its last layer is
      inputs: layer.inputs,
      config: {},
      parts,
    });
  }
  return layers.flatMap((layer) => blocks.get(layer) ?? (fused.has(layer) ? [] : [layer]));
}

function blockFrom(convolution: LayerNode, layers: LayerList): BlockParts | undefined {
  const normalisation = onlyUser(convolution, layers);
  if (convolution.kind !== 'Conv2D' || normalisation?.kind !== 'BatchNormalization')
    return undefined;
  if (!convolution.trainable || !normalisation.trainable) return undefined;
  const second = onlyUser(normalisation, layers);
  const activation = second !== undefined && isRising(second) ? second : undefined;
  const third = onlyUser(activation ?? normalisation, layers);
  const pooling = third?.kind === 'MaxPooling2D' ? third : undefined;
  return { convolution, normalisation, activation, pooling };
}

function onlyUser({ name }: LayerNode, layers: LayerList): LayerNode | undefined {
  const users = layers.filter(({ inputs }) => inputs.includes(name));
  return users.length === 1 ? users[0] : undefined;
}

function isRising(layer: LayerNode): boolean {
  return layer.kind === 'Activation' && ACTIVATIONS.get(activationName(layer))?.monotone === true;
}
