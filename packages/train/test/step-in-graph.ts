import { GraphBuilder } from '../src/graph/ir/graph-builder.ts';
import type { UpdateRule } from '../src/optimiser/update-rule.ts';
import { runGraph } from './run-graph.ts';

export interface StepInGraph {
  readonly shape: readonly number[];
  readonly weight: readonly number[];
  readonly gradient: readonly number[];
  /** The numbers of each slot before the step. */
  readonly slots: Readonly<Record<string, readonly number[]>>;
  readonly learningRate: number;
  readonly stepSize?: number;
}

/** A step of an optimiser on onnxruntime: the new weight as `w`, and the new slots. */
export function stepInGraph(
  rule: UpdateRule,
  { shape, weight, gradient, slots, learningRate, stepSize = NaN }: StepInGraph,
): Record<string, readonly number[]> {
  const graph = new GraphBuilder();
  const result = rule({
    graph,
    scalars: { learningRate: graph.input('rate', []), stepSize: graph.input('size', []) },
    weight: graph.input('weight', shape),
    gradient: graph.input('gradient', shape),
    state: (slot) => graph.input(`old ${slot}`, shape),
    keep: (slot, value) => graph.output(slot, value),
  });
  graph.output('w', result);
  const old = Object.fromEntries(
    Object.entries(slots).map(([slot, data]) => [`old ${slot}`, data]),
  );
  return runGraph(graph, { weight, gradient, ...old, rate: [learningRate], size: [stepSize] });
}
