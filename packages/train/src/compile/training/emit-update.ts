import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { updateRule } from '../../optimiser/optimiser-table.ts';
import type { UpdateRuleSpec } from '../../optimiser/optimiser-spec.ts';
import type { LearnedWeight } from './emit-training-gradient.ts';

export interface UpdateOptions {
  readonly optimiser: UpdateRuleSpec;
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
  { optimiser, stateInput }: UpdateOptions,
): ReadonlyMap<string, Value> {
  const rule = updateRule(optimiser);
  const scalars = {
    learningRate: graph.input('learningRate', []),
    stepSize: graph.input('stepSize', []),
  };
  const updated = new Map<string, Value>();
  for (const { name, weight, gradient } of learned) {
    const value = rule({
      graph,
      scalars,
      weight,
      gradient,
      state: (slot) => stateInput(`${name}/${slot}`, weight.shape.map(Number)),
      keep: (slot, kept) => updated.set(`${name}/${slot}`, kept),
    });
    updated.set(name, value);
  }
  return updated;
}
