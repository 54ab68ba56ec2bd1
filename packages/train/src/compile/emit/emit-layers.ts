import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import { type Gradients, propagate, type Recorded } from './propagate.ts';
import { type GradientTargets, NO_TARGETS, reachOf } from './reach.ts';
import type { CompilerLayer } from '../contract/compiler-layer.ts';
import { contexts, type DropoutMask, type Reports } from './operation-contexts.ts';
import type { LayerMode } from '../contract/operation.ts';
import { OPERATIONS } from '../operations/index.ts';
import type { WeightLayout } from '../layer/weight-layout.ts';

export interface EmitOptions {
  /** The model's input as a value of the graph. */
  readonly images: Value;
  /** Whether the input is laid out as `[batch, height, width, channels]`. */
  readonly interleaved: boolean;
  readonly mode: LayerMode;
  /** With respect to what gradients are asked for; nothing by default. */
  readonly wrt?: GradientTargets | undefined;
  readonly weights: readonly WeightLayout[];
  /** A weight as a value of the graph; called once for each weight that is used. */
  readonly weightValue: (layout: WeightLayout) => Value;
}

/** Layers inside a graph. */
export interface EmittedLayers {
  /** The outputs by the layers' names. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly masks: readonly DropoutMask[];
  /** The new values of weights that change without a gradient, by their names. */
  readonly renewed: ReadonlyMap<string, Value>;
  /**
   * Emits the gradients of a scalar with respect to the targets, from its gradients with respect to the outputs of any
   * layers, given by their names. Targets that the scalar does not depend on are missing from the result.
   */
  readonly backward: (cotangents: ReadonlyMap<string, Value>) => Gradients;
}

/**
 * Emits layers, in order.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer that has no operation.
 */
export function emitLayers(
  graph: GraphBuilder,
  layers: readonly CompilerLayer[],
  options: EmitOptions,
): EmittedLayers {
  const { wrt = NO_TARGETS } = options;
  const reach = reachOf(layers, { wrt, weights: options.weights });
  const reports: Reports = { gradients: new Map(), renewed: new Map(), masks: [] };
  const contextOf = contexts(graph, { ...options, wrt, reach, reports });
  const outputs = new Map<string, Value>();
  const tape: Recorded[] = [];
  for (const layer of layers) {
    const operation = OPERATIONS.get(layer.kind);
    if (operation === undefined)
      throw unsupportedLayer(layer.name, `layers of class ${layer.kind} cannot be compiled`);
    const inputs = layer.inputs.map((name) => outputs.get(name)!); // in order, so already emitted
    const { output, backward } = operation(contextOf(layer, inputs));
    outputs.set(layer.name, output);
    tape.push({ layer, backward });
  }
  return {
    outputs,
    masks: reports.masks,
    renewed: reports.renewed,
    backward: (cotangents) => {
      const byLayer = propagate(graph, tape, { cotangents, reach, targets: wrt.layers });
      return { weights: reports.gradients, layers: byLayer };
    },
  };
}
