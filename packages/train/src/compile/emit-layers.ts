import type { GraphBuilder, Value } from '../graph/ir/graph-builder.ts';
import { unsupportedLayer } from '../model/layers/unsupported.ts';
import { type Gradients, propagate, type Recorded } from './backward/propagate.ts';
import { type GradientTargets, NO_TARGETS, reachOf } from './backward/reach.ts';
import type { CompilerLayer } from './compiler-layer.ts';
import type { LayerMode, OperationContext } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';
import type { WeightLayout } from './layer/weight-layout.ts';

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

/** A dropout mask, drawn before each step. */
export interface DropoutMask {
  /** The name of the graph input. */
  readonly name: string;
  readonly layer: string;
  readonly rate: number;
  readonly shape: readonly number[];
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
  const { wrt = NO_TARGETS, mode } = options;
  const weightGradients = new Map<string, Value>();
  const renewed = new Map<string, Value>();
  const masks: DropoutMask[] = [];
  const outputs = new Map<string, Value>();
  const tape: Recorded[] = [];
  const weights = weightLookup(options);
  const reach = reachOf(layers, { wrt, weights: options.weights });
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
    masks,
    renewed,
    backward: (cotangents) => {
      const byLayer = propagate(graph, tape, { cotangents, reach, targets: wrt.layers });
      return { weights: weightGradients, layers: byLayer };
    },
  };

  function contextOf(layer: CompilerLayer, inputs: readonly Value[]): OperationContext {
    const isInput = layer.kind === 'InputLayer';
    return {
      graph,
      layer,
      inputs: isInput ? [options.images] : inputs,
      mode,
      interleaved: options.interleaved && inputs[0] === options.images,
      needsInputGradient: layer.inputs.some((name) => reach.outputs.has(name)),
      weight: (role) => weights(layer, role)?.value,
      requiredWeight: (role) => {
        const weight = weights(layer, role);
        if (weight !== undefined) return weight.value;
        throw unsupportedLayer(layer.name, `it comes without its weight "${role}"`);
      },
      weightGradient: (role, emit) => {
        const weight = weights(layer, role);
        if (weight !== undefined && wrt.weights.has(weight.name))
          weightGradients.set(weight.name, emit());
      },
      renew: (role, value) => {
        const weight = weights(layer, role);
        if (weight !== undefined) renewed.set(weight.name, value);
      },
      dropoutMask: (rate, shape) => {
        const name = `mask:${layer.name}`;
        masks.push({ name, layer: layer.layer, rate, shape: shape.map(Number) });
        return graph.input(name, shape);
      },
      at: (other) => contextOf(other, inputs),
    };
  }
}

function weightLookup({ weights, weightValue }: EmitOptions) {
  const known = new Map<string, { readonly name: string; readonly value: Value }>();
  return (owner: CompilerLayer, role: string) => {
    const layout = weights.find((weight) => weight.layer === owner.layer && weight.role === role);
    if (layout === undefined) return undefined;
    const found = known.get(layout.name) ?? { name: layout.name, value: weightValue(layout) };
    known.set(layout.name, found);
    return found;
  };
}
