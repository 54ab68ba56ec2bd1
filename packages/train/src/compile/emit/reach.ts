import type { CompilerLayer } from '../contract/compiler-layer.ts';
import type { WeightLayout } from '../layer/weight-layout.ts';

/** With respect to what gradients are asked for. */
export interface GradientTargets {
  /** Names of weights. */
  readonly weights: ReadonlySet<string>;
  /** Names of layers, for their outputs. The output of the input layer is the normalised images. */
  readonly layers: ReadonlySet<string>;
}

export const NO_TARGETS: GradientTargets = { weights: new Set(), layers: new Set() };

/** How far back gradients must go, as names of layers. */
export interface Reach {
  /** Layers whose outputs need a gradient: targets, and all that lies between a target and the end. */
  readonly outputs: ReadonlySet<string>;
  /** Layers whose `backward` must be called. */
  readonly through: ReadonlySet<string>;
}

/** Follows the targets forward, from layer to layer. */
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
