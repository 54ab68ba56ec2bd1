import type { crossEntropy } from '../src/compile/loss/cross-entropy.ts';
import { GraphBuilder } from '../src/graph/ir/graph-builder.ts';
import { runGraph } from './run-graph.ts';

/** Numbers row-major, of 2 samples and 3 classes or tags; a weight for each sample. */
export interface LossInputs {
  readonly logits: readonly number[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
}

type Loss = typeof crossEntropy;

/** The results of a loss for 2 samples. */
export function lossInGraph(loss: Loss, { logits, targets, weights }: LossInputs) {
  const graph = new GraphBuilder();
  const results = loss(graph, {
    logits: graph.input('logits', [2, 3]),
    targets: graph.input('targets', [2, 3]),
    weights: graph.input('weights', [2, 1]),
  });
  for (const [name, value] of Object.entries(results)) graph.output(name, value);
  return runGraph(graph, { logits, targets, weights });
}

/** The gradient of a function by central differences. */
export function centralDifferences(
  value: (logits: readonly number[]) => number,
  logits: readonly number[],
): number[] {
  return logits.map((_, at) => {
    const moved = (by: number) => logits.map((own, index) => own + (index === at ? by : 0));
    return (value(moved(1e-4)) - value(moved(-1e-4))) / 2e-4;
  });
}
