import type { CompilerLayer } from '../contract/compiler-layer.ts';
import type { WeightLayout } from '../parts/weight-layout.ts';

/** The weights and layers with respect to which gradients are computed. */
export interface GradientTargets {
  /** Names of weights. */
  readonly weights: ReadonlySet<string>;
  /** Names of layers; the gradient is with respect to their outputs. The output of the input layer is the normalised images. */
  readonly layers: ReadonlySet<string>;
}

export const NO_TARGETS: GradientTargets = { weights: new Set(), layers: new Set() };

/** The layers that gradients must be propagated to, and through, by name. */
export interface Reach {
  /** Layers whose outputs need a gradient: the targets, and all layers that depend on a target. */
  readonly outputs: ReadonlySet<string>;
  /** Layers whose `backward` must be called. */
  readonly through: ReadonlySet<string>;
}

/** Finds the layers that depend on a target, from the first layer to the last. */
export function reachOf(
  layers: readonly CompilerLayer[],
  { wrt, weights }: { readonly wrt: GradientTargets; readonly weights: readonly WeightLayout[] },
): Reach {
  const owners = new Set(
    weights.filter(({ name }) => wrt.weights.has(name)).map(({ layer }) => layer),
  );
  const outputs = new Set<string>();
  const through = new Set<string>();
  for (const layer of layers) {
    const { convolution, normalisation } = layer.parts ?? {};
    const own = [layer, convolution, normalisation].flatMap((part) => part?.layer ?? []);
    const hasTarget = own.some((name) => owners.has(name));
    if (hasTarget || layer.inputs.some((name) => outputs.has(name))) through.add(layer.name);
    if (through.has(layer.name) || wrt.layers.has(layer.name)) outputs.add(layer.name);
  }
  return { outputs, through };
}
