import { ACTIVATIONS } from '../parts/activations.ts';
import { activationName, type LayerList, type LayerNode } from '../../model/layers/layer-node.ts';
import {
  type CompilerLayer,
  FOLDED_CONVOLUTION,
  FUSED_CONVOLUTION,
  type FusedParts,
} from '../contract/compiler-layer.ts';

/**
 * Joins each convolution with the batch normalisation after it, if that is the only user of the convolution. For mode `train` only.
 *
 * - Where both are trainable, the convolution is fused with the normalisation, and with a non-decreasing activation and a maximum
 *   pooling after that, each the only user of the output before it. It uses the mean and variance of the batch.
 * - Where the normalisation is frozen, it is folded into the convolution.
 */
export function fuseConvolutions(layers: LayerList): readonly CompilerLayer[] {
  const fused = new Set<LayerNode>();
  const replacements = new Map<LayerNode, CompilerLayer>();
  for (const layer of layers) {
    const parts = partsFrom(layer, layers);
    if (parts === undefined) continue;
    const members = Object.values(parts).filter((part) => part !== undefined);
    for (const member of members) fused.add(member);
    const last = members.at(-1)!; // at least a convolution and a normalisation
    replacements.set(last, {
      ...last,
      kind: parts.normalisation.trainable ? FUSED_CONVOLUTION : FOLDED_CONVOLUTION,
      trainable: layer.trainable,
      inputs: layer.inputs,
      config: {},
      parts,
    });
  }
  return layers.flatMap((layer) => replacements.get(layer) ?? (fused.has(layer) ? [] : [layer]));
}

const CONVOLUTIONS: ReadonlySet<string> = new Set(['Conv2D', 'DepthwiseConv2D']);

function partsFrom(convolution: LayerNode, layers: LayerList): FusedParts | undefined {
  const normalisation = onlyUser(convolution, layers);
  if (!CONVOLUTIONS.has(convolution.kind) || normalisation?.kind !== 'BatchNormalization')
    return undefined;
  if (!normalisation.trainable)
    return { convolution, normalisation, activation: undefined, pooling: undefined };
  if (!convolution.trainable) return undefined;
  const second = onlyUser(normalisation, layers);
  const activation = second !== undefined && isNonDecreasing(second) ? second : undefined;
  const third = onlyUser(activation ?? normalisation, layers);
  const pooling = third?.kind === 'MaxPooling2D' ? third : undefined;
  return { convolution, normalisation, activation, pooling };
}

function onlyUser({ name }: LayerNode, layers: LayerList): LayerNode | undefined {
  const users = layers.filter(({ inputs }) => inputs.includes(name));
  return users.length === 1 ? users[0] : undefined;
}

function isNonDecreasing(layer: LayerNode): boolean {
  const activation = ACTIVATIONS.get(activationName(layer));
  return layer.kind === 'Activation' && activation?.isNonDecreasing === true;
}
