import type { RectifierGradient } from '@sprout/core';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { GradientTargets, Reach } from './reach.ts';
import type { CompilerLayer } from '../contract/compiler-layer.ts';
import type { WeightLayout } from '../parts/weight-layout.ts';
import type { LayerMode, OperationContext } from '../contract/operation.ts';

/** A dropout mask, drawn before each step. */
export interface DropoutMask {
  /** The name of the graph input. */
  readonly name: string;
  readonly layer: string;
  readonly rate: number;
  readonly shape: readonly number[];
}

/** The values that operations report while they emit layers. */
export interface Reports {
  /** Gradients with respect to weights, by their names. */
  readonly gradients: Map<string, Value>;
  /** New values of running means and variances, by the names of the weights. */
  readonly assigned: Map<string, Value>;
  readonly masks: DropoutMask[];
}

export interface ContextsOptions {
  readonly images: Value;
  readonly isChannelsLast: boolean;
  readonly mode: LayerMode;
  readonly rectifiers: RectifierGradient;
  readonly wrt: GradientTargets;
  readonly reach: Reach;
  readonly weights: readonly WeightLayout[];
  /** A weight as a value of the graph; called once for each weight that is used. */
  readonly weightValue: (layout: WeightLayout) => Value;
  readonly reports: Reports;
}

/** Returns a function that makes the context of a layer from the layer and its inputs. */
export function contexts(
  graph: GraphBuilder,
  options: ContextsOptions,
): (layer: CompilerLayer, inputs: readonly Value[]) => OperationContext {
  const { images, mode, rectifiers, wrt, reach, reports } = options;
  const weightOfLayer = weightLookup(options);
  return function contextOf(layer, inputs) {
    const weightOf = (role: string) => weightOfLayer(layer, role);
    return {
      graph,
      layer,
      inputs: layer.kind === 'InputLayer' ? [images] : inputs,
      mode,
      rectifiers,
      isChannelsLast: options.isChannelsLast && inputs[0] === images,
      needsInputGradient: layer.inputs.some((name) => reach.outputs.has(name)),
      weight: (role) => weightOf(role)?.value,
      requiredWeight: (role) => {
        const weight = weightOf(role);
        if (weight !== undefined) return weight.value;
        throw unsupportedLayer(layer.name, `it comes without its weight "${role}"`);
      },
      weightGradient: (role, emit) => {
        const name = weightOf(role)?.name;
        if (name !== undefined && wrt.weights.has(name)) reports.gradients.set(name, emit());
      },
      assign: (role, value) => {
        const name = weightOf(role)?.name;
        if (name !== undefined) reports.assigned.set(name, value);
      },
      dropoutMask: (rate, shape) => {
        const name = `mask:${layer.name}`;
        reports.masks.push({ name, layer: layer.layer, rate, shape: shape.map(Number) });
        return graph.input(name, shape);
      },
      at: (other) => contextOf(other, inputs),
    };
  };
}

function weightLookup({ weights, weightValue }: ContextsOptions) {
  const known = new Map<string, { readonly name: string; readonly value: Value }>();
  return (owner: CompilerLayer, role: string) => {
    const layout = weights.find((weight) => weight.layer === owner.layer && weight.role === role);
    if (layout === undefined) return undefined;
    const found = known.get(layout.name) ?? { name: layout.name, value: weightValue(layout) };
    known.set(layout.name, found);
    return found;
  };
}
