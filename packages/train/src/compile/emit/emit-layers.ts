import type { RectifierGradient } from '@sprout/core';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { checkOutput, outputLimit } from '../../model/layers/check-output.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import { type Gradients, propagate, type Recorded } from './propagate.ts';
import { type GradientTargets, NO_TARGETS, reachOf } from './reach.ts';
import type { CompilerLayer } from '../contract/compiler-layer.ts';
import { contexts, type DropoutMask, type Reports } from './operation-contexts.ts';
import type { LayerMode } from '../contract/operation.ts';
import { OPERATIONS } from '../operations/index.ts';
import type { WeightLayout } from '../parts/weight-layout.ts';

export interface EmitOptions {
  /** The model's input as a value of the graph. */
  readonly images: Value;
  /** Whether `images` is `[batch, height, width, channels]`. */
  readonly isChannelsLast: boolean;
  readonly mode: LayerMode;
  /** The rule for the gradients of rectifiers; `exact` by default. Others than `exact` are for mode `infer` only. */
  readonly rectifiers?: RectifierGradient | undefined;
  /** The weights and layers with respect to which `backward` returns gradients; none by default. */
  readonly wrt?: GradientTargets | undefined;
  readonly weights: readonly WeightLayout[];
  /** A weight as a value of the graph; called once for each weight that is used. */
  readonly weightValue: (layout: WeightLayout) => Value;
}

/** Layers inside a graph. */
export interface EmittedLayers {
  /** The outputs, by the names of the layers. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly masks: readonly DropoutMask[];
  /** The new values of running means and variances, by the names of the weights. */
  readonly assigned: ReadonlyMap<string, Value>;
  /**
   * Emits the gradients of a scalar with respect to the targets. Takes its gradients with respect to the outputs of any layers
   * (the cotangents of these outputs), by the names of the layers. Targets that the scalar does not depend on are missing from
   * the result.
   */
  readonly backward: (outputGradients: ReadonlyMap<string, Value>) => Gradients;
}

/**
 * Emits layers, in order.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer that has no operation, or an output that is too large.
 */
export function emitLayers(
  graph: GraphBuilder,
  layers: readonly CompilerLayer[],
  options: EmitOptions,
): EmittedLayers {
  const { wrt = NO_TARGETS, rectifiers = 'exact' } = options;
  const reach = reachOf(layers, { wrt, weights: options.weights });
  const reports: Reports = { gradients: new Map(), assigned: new Map(), masks: [] };
  const contextOf = contexts(graph, { ...options, wrt, rectifiers, reach, reports });
  const outputs = new Map<string, Value>();
  const tape: Recorded[] = [];
  const limit = outputLimit();
  for (const layer of layers) {
    const operation = OPERATIONS.get(layer.kind);
    if (operation === undefined)
      throw unsupportedLayer(layer.name, `layers of class ${layer.kind} cannot be compiled`);
    const inputs = layer.inputs.map((name) => outputs.get(name)!); // a layer comes after its inputs
    const { output, backward } = operation(contextOf(layer, inputs));
    checkOutput(layer.name, output.shape.slice(1).map(Number), limit);
    outputs.set(layer.name, output);
    tape.push({ layer, backward });
  }
  return {
    outputs,
    masks: reports.masks,
    assigned: reports.assigned,
    backward: (outputGradients) => {
      const byLayer = propagate(graph, tape, { outputGradients, reach, targets: wrt.layers });
      return { weights: reports.gradients, layers: byLayer };
    },
  };
}
