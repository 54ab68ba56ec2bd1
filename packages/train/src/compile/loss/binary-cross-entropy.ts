import { multiply, subtract, toFloat, unary } from '../../graph/emit/elementwise.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { CrossEntropy, CrossEntropyInputs } from './cross-entropy.ts';

/**
 * The binary cross-entropy of sigmoids, the mean over the tags as in Keras, computed from the logits as
 * `softplus(logit) - target * logit`, which does not overflow.
 *
 * @returns `correct` is the sum over samples of the share of tags whose probability and target are on the same side of 0.5.
 */
export function binaryCrossEntropy(
  graph: GraphBuilder,
  { logits, targets, weights }: CrossEntropyInputs,
): CrossEntropy {
  const [count, tags] = logits.shape.map(Number) as [number, number]; // `[batch, classes]`
  const share = multiply(graph, weights, 1 / (count * tags));
  const softplus = graph.node('Softplus', [logits], { shape: logits.shape });
  const losses = subtract(graph, softplus, multiply(graph, targets, logits));
  const errors = subtract(graph, unary(graph, 'Sigmoid', logits), targets);
  return {
    loss: reduceSum(graph, multiply(graph, losses, share), [0, 1]),
    correct: multiply(graph, reduceSum(graph, agreement(graph, logits, targets), [0, 1]), 1 / tags),
    gradient: multiply(graph, errors, share),
  };
}

/** 1 for each tag that is predicted as its target says, 0 for the others. */
function agreement(graph: GraphBuilder, logits: Value, targets: Value): Value {
  const { shape } = logits;
  const above = (value: Value, limit: number): Value =>
    toFloat(graph, graph.node('Greater', [value, graph.scalar(limit)], { shape, type: 'bool' }));
  const equal = graph.node('Equal', [above(logits, 0), above(targets, 0.5)], {
    shape,
    type: 'bool',
  });
  return toFloat(graph, equal);
}
