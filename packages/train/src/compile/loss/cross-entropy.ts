import { multiply, subtract, toFloat, unary } from '../../graph/emit/elementwise.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';

export interface CrossEntropyInputs {
  /** `[batch, classes]`, before the softmax. */
  readonly logits: Value;
  /** `[batch, classes]`; each row sums to 1. */
  readonly targets: Value;
  /** `[batch, 1]`: the factor of each sample's loss. */
  readonly weights: Value;
}

export interface CrossEntropy {
  /** `[1, 1]`: the weighted sum over samples, divided by the number of samples. */
  readonly loss: Value;
  /** `[1]`: the number of samples whose argmax of the logits is that of the targets. */
  readonly correct: Value;
  /** The gradient of `loss` with respect to the logits. */
  readonly gradient: Value;
}

/** The cross-entropy of a softmax, computed from the logits by a log-softmax, which does not overflow. */
export function crossEntropy(
  graph: GraphBuilder,
  { logits, targets, weights }: CrossEntropyInputs,
): CrossEntropy {
  const share = multiply(graph, weights, 1 / Number(logits.shape[0]));
  const logProbabilities = graph.node('LogSoftmax', [logits], {
    shape: logits.shape,
    attributes: { axis: { int: 1 } },
  });
  const weighted = multiply(graph, targets, share);
  const logLikelihood = reduceSum(graph, multiply(graph, logProbabilities, weighted), [0, 1]);
  const probabilities = unary(graph, 'Exp', logProbabilities);
  return {
    loss: unary(graph, 'Neg', logLikelihood),
    correct: countCorrect(graph, logits, targets),
    gradient: subtract(
      graph,
      multiply(graph, probabilities, reduceSum(graph, weighted, [1])),
      weighted,
    ),
  };
}

function countCorrect(graph: GraphBuilder, logits: Value, targets: Value): Value {
  const [predicted, wanted] = [logits, targets].map((value) =>
    graph.node('ArgMax', [value], {
      shape: [value.shape[0]!],
      type: 'int64',
      attributes: { axis: { int: 1 }, keepdims: { int: 0 } },
    }),
  ) as [Value, Value]; // a pair maps to a pair
  const equal = graph.node('Equal', [predicted, wanted], {
    shape: predicted.shape,
    type: 'bool',
  });
  return reduceSum(graph, toFloat(graph, equal), [0]);
}
