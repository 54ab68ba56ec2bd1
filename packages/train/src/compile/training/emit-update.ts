import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { multiply } from '../../graph/emit/elementwise.ts';
import { asMatrix } from '../../graph/emit/matrix.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { type LayerRates, rateOf } from '../../optimiser/layer-rates.ts';
import { updateRule } from '../../optimiser/optimiser-table.ts';
import type { UpdateRuleSpec } from '../../optimiser/optimiser-spec.ts';
import type { StepScalars } from '../../optimiser/update-rule.ts';
import type { LearnedWeight } from './emit-training-gradient.ts';

export interface UpdateOptions {
  readonly optimiser: UpdateRuleSpec;
  /** The factors of the learning rate; 1 for all weights by default. */
  readonly rates?: LayerRates | undefined;
  /** Makes a graph input for an optimiser slot. */
  readonly stateInput: (name: string, shape: readonly number[]) => Value;
}

/**
 * Emits the optimiser's update of the weights. `learningRate` and `stepSize` become inputs of the graph.
 *
 * @returns The new weights and optimiser slots, by their names.
 */
export function emitUpdate(
  graph: GraphBuilder,
  learned: readonly LearnedWeight[],
  { optimiser, rates, stateInput }: UpdateOptions,
): ReadonlyMap<string, Value> {
  const rule = updateRule(optimiser);
  const scalarsAt = stepScalars(graph);
  const updated = new Map<string, Value>();
  for (const { name, weight, gradient } of learned) {
    const shape = weight.shape.map(Number);
    const value = rule({
      graph,
      scalars: scalarsAt(rateOf(name, rates)),
      weight: asMatrix(graph, weight),
      gradient: asMatrix(graph, gradient),
      state: (slot) => asMatrix(graph, stateInput(`${name}/${slot}`, shape)),
      keep: (slot, kept) => updated.set(`${name}/${slot}`, reshape(graph, kept, shape)),
    });
    updated.set(name, reshape(graph, value, shape));
  }
  return updated;
}

/** Makes the inputs `learningRate` and `stepSize`, and returns a function that multiplies both by a factor, once for each factor. */
function stepScalars(graph: GraphBuilder): (factor: number) => StepScalars {
  const given = {
    learningRate: graph.input('learningRate', []),
    stepSize: graph.input('stepSize', []),
  };
  const scaled = new Map<number, StepScalars>([[1, given]]);
  return (factor) => {
    const known = scaled.get(factor);
    if (known !== undefined) return known;
    const scalars = {
      learningRate: multiply(graph, given.learningRate, factor),
      stepSize: multiply(graph, given.stepSize, factor),
    };
    scaled.set(factor, scalars);
    return scalars;
  };
}
