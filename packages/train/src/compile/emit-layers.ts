import { SproutError } from '@sprout/core';
import type { GraphBuilder, Value } from '../graph/ir/graph-builder.ts';
import { addImages } from '../graph/emit/add-images.ts';
import type { LayerList, LayerNode } from '../model/layers/layer-node.ts';
import type { Backward, OperationContext } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';
import type { WeightLayout } from './layer/weight-layout.ts';

export interface EmitOptions {
  /** The graph's image input. */
  readonly images: Value;
  readonly interleaved: boolean;
  readonly differentiable: boolean;
  readonly weights: readonly WeightLayout[];
  /** A weight as a value of the graph; asked for once a weight. */
  readonly weightValue: (layout: WeightLayout) => Value;
}

/** A mask that the session draws before each step. */
export interface DropoutMask {
  /** The graph's input. */
  readonly name: string;
  readonly layer: string;
  readonly rate: number;
  readonly shape: readonly number[];
}

/** A model inside a graph. */
export interface EmittedLayers {
  readonly output: Value;
  readonly masks: readonly DropoutMask[];
  /** What the step makes of weights that are no parameters, by their names. */
  readonly renewed: ReadonlyMap<string, Value>;
  /** Emits the gradient, from that of the output to those of all learning weights, by their names. */
  readonly backward: (gradient: Value) => ReadonlyMap<string, Value>;
}

/**
 * Emits all layers, in order.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer that has no operation.
 */
export function emitLayers(
  graph: GraphBuilder,
  layers: LayerList,
  options: EmitOptions,
): EmittedLayers {
  const gradients = new Map<string, Value>();
  const renewed = new Map<string, Value>();
  const masks: DropoutMask[] = [];
  const values = new Map<string, Value>();
  const tape: { readonly layer: LayerNode; readonly backward: Backward }[] = [];
  const weights = weightLookup(options);
  const learning = learningLayers(layers, options);
  for (const layer of layers) {
    const operation = OPERATIONS.get(layer.kind);
    if (operation === undefined) {
      throw unsupported(layer, `layers of class ${layer.kind} cannot be compiled`);
    }
    const inputs = layer.inputs.map((name) => values.get(name)!); // in order, so already emitted
    const { output, backward } = operation(contextOf(layer, inputs));
    values.set(layer.name, output);
    tape.push({ layer, backward });
  }
  return {
    output: values.get(layers.at(-1)!.name)!, // a model has a layer
    masks,
    renewed,
    backward: (gradient) => {
      goBack(graph, tape.toReversed(), { gradient, learning });
      return gradients;
    },
  };

  function contextOf(layer: LayerNode, inputs: readonly Value[]): OperationContext {
    const isInput = layer.kind === 'InputLayer';
    const learns = options.differentiable && layer.trainable;
    return {
      graph,
      layer,
      inputs: isInput ? [options.images] : inputs,
      training: learns,
      differentiable: options.differentiable,
      interleaved: options.interleaved && inputs[0] === options.images,
      inputLearns: layer.inputs.some((name) => learning.has(name)),
      weight: (role) => weights(layer, role)?.value,
      requiredWeight: (role) => {
        const weight = weights(layer, role);
        if (weight === undefined) throw unsupported(layer, `it comes without its weight "${role}"`);
        return weight.value;
      },
      learn: (role, gradient) => {
        const weight = weights(layer, role);
        if (learns && weight !== undefined) gradients.set(weight.name, gradient());
      },
      renew: (role, value) => {
        const weight = weights(layer, role);
        if (learns && weight !== undefined) renewed.set(weight.name, value);
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

/** The layers after which, or in which, something learns: gradients must reach them. */
function learningLayers(
  layers: LayerList,
  { differentiable, weights }: EmitOptions,
): ReadonlySet<string> {
  const owners = new Set(weights.map(({ layer }) => layer));
  const learning = new Set<string>();
  for (const layer of differentiable ? layers : []) {
    const learns = layer.trainable && (layer.parts !== undefined || owners.has(layer.layer));
    if (learns || layer.inputs.some((name) => learning.has(name))) learning.add(layer.name);
  }
  return learning;
}

interface Way {
  readonly gradient: Value;
  readonly learning: ReadonlySet<string>;
}

/** Calls the layers' backward functions from last to first, summing where a layer's output has several users. */
function goBack(
  graph: GraphBuilder,
  tape: readonly { readonly layer: LayerNode; readonly backward: Backward }[],
  { gradient, learning }: Way,
): void {
  const waiting = new Map<string, Value>([[tape[0]!.layer.name, gradient]]); // a model has a layer
  for (const { layer, backward } of tape) {
    const own = waiting.get(layer.name);
    if (own === undefined || !learning.has(layer.name)) continue;
    const towards = backward(own);
    for (const [index, name] of layer.inputs.entries()) {
      const part = towards[index];
      const before = waiting.get(name);
      if (part === undefined || !learning.has(name)) continue;
      waiting.set(name, before === undefined ? part : addImages(graph, before, part));
    }
  }
}

function weightLookup({ weights, weightValue }: EmitOptions) {
  const known = new Map<string, { readonly name: string; readonly value: Value }>();
  return (owner: LayerNode, role: string) => {
    const layout = weights.find((weight) => weight.layer === owner.layer && weight.role === role);
    if (layout === undefined) return undefined;
    const found = known.get(layout.name) ?? { name: layout.name, value: weightValue(layout) };
    known.set(layout.name, found);
    return found;
  };
}

function unsupported({ name }: LayerNode, reason: string): SproutError {
  return new SproutError('model-unsupported', { what: `Layer ${name}`, reason });
}
