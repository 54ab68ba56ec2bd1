import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { add, binary, multiply, subtract, unary } from '../../graph/emit/elementwise.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';

/** An activation and its derivative. */
export interface Activation {
  readonly apply: (graph: GraphBuilder, input: Value) => Value;
  /** The gradient with respect to the input: the gradient with respect to the output, times the derivative. */
  readonly differentiate: (graph: GraphBuilder, at: ActivationPoint) => Value;
  /** Whether the activation is non-decreasing, so that it commutes with a maximum. */
  readonly isNonDecreasing: boolean;
}

export interface ActivationPoint {
  readonly input: Value;
  readonly output: Value;
  /** The gradient with respect to the output. */
  readonly gradient: Value;
}

/** The activations by their tfjs names. */
export const ACTIVATIONS: ReadonlyMap<string, Activation> = new Map(
  Object.entries<Activation>({
    linear: {
      apply: (_, input) => input,
      differentiate: (_, { gradient }) => gradient,
      isNonDecreasing: true,
    },
    relu: {
      apply: (graph, input) => unary(graph, 'Relu', input),
      differentiate: (graph, { output, gradient }) =>
        multiply(graph, gradient, isPositive(graph, output)),
      isNonDecreasing: true,
    },
    relu6: {
      apply: (graph, input) =>
        graph.node('Clip', [input, graph.scalar(0), graph.scalar(6)], { shape: input.shape }),
      differentiate: (graph, { input, gradient }) => {
        const inside = subtract(graph, isPositive(graph, input), isAboveSix(graph, input));
        return multiply(graph, gradient, inside);
      },
      isNonDecreasing: true,
    },
    elu: {
      apply: (graph, input) => graph.node('Elu', [input], { shape: input.shape }),
      differentiate: (graph, { output, gradient }) => {
        const negativePart = binary(graph, 'Min', [output, 0]);
        return multiply(graph, gradient, add(graph, negativePart, 1));
      },
      isNonDecreasing: true,
    },
    sigmoid: {
      apply: (graph, input) => unary(graph, 'Sigmoid', input),
      differentiate: (graph, { output, gradient }) => {
        const derivative = subtract(graph, output, multiply(graph, output, output));
        return multiply(graph, gradient, derivative);
      },
      isNonDecreasing: true,
    },
    swish: {
      apply: (graph, input) => multiply(graph, input, unary(graph, 'Sigmoid', input)),
      differentiate: (graph, { input, output, gradient }) => {
        const gate = unary(graph, 'Sigmoid', input); // onnxruntime computes equal nodes once
        const alongGate = subtract(graph, output, multiply(graph, output, gate));
        return multiply(graph, gradient, add(graph, gate, alongGate));
      },
      isNonDecreasing: false,
    },
    tanh: {
      apply: (graph, input) => unary(graph, 'Tanh', input),
      differentiate: (graph, { output, gradient }) => {
        const product = multiply(graph, gradient, multiply(graph, output, output));
        return subtract(graph, gradient, product);
      },
      isNonDecreasing: true,
    },
    softmax: {
      apply: (graph, input) =>
        graph.node('Softmax', [input], {
          shape: input.shape,
          attributes: { axis: { int: input.shape.length === 4 ? 1 : -1 } },
        }),
      differentiate: (graph, { output, gradient }) => {
        const weighted = multiply(graph, gradient, output);
        const total = reduceSum(graph, weighted, [1]);
        return subtract(graph, weighted, multiply(graph, output, total));
      },
      isNonDecreasing: false,
    },
  }),
);

/** 1 where positive, 0 elsewhere, as a `HardSigmoid` of slope 3e38: several times faster than `Greater` or `Sign`. */
function isPositive(graph: GraphBuilder, value: Value): Value {
  return graph.node('HardSigmoid', [value], {
    shape: value.shape,
    attributes: { alpha: { float: 3e38 }, beta: { float: 0 } },
  });
}

/** 1 where above 6, 0 elsewhere. The slope is a power of two, so that 6 itself gives 0 exactly. */
function isAboveSix(graph: GraphBuilder, value: Value): Value {
  return graph.node('HardSigmoid', [value], {
    shape: value.shape,
    attributes: { alpha: { float: 2 ** 100 }, beta: { float: -6 * 2 ** 100 } },
  });
}
