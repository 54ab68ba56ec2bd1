import { add, multiply, toFloat } from '../../graph/emit/elementwise.ts';
import { expand, reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean, reduceSum } from '../../graph/emit/reduce.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { emitSimilarity } from './emit-similarity.ts';
import type { EmittedTerm } from './emitted-term.ts';

/**
 * A term of an objective inside a graph. Its numbers are inputs of the graph, so that one graph serves all objectives of the
 * same form:
 *
 * - `linear`: the sum of `output * channels * positions` over all elements of the output, with the inputs `channels:<index>`,
 *   `[1, channels, 1, 1]`, and `positions:<index>`, `[1, 1, height, width]`; for vectors only
 *   `channels:<index>`, `[1, channels]`;
 * - `square`: `factor` times the mean of the squares, with the input `factor:<index>`, a scalar;
 * - `largest`: `factor` times the largest of the means of the channels over all positions, with the input `factor:<index>`, a scalar. If
 *   several channels have this mean, each of them has a gradient.
 * - `similar`: `factor` times the similarity to the other images, see `emitSimilarity`.
 */
export interface TermForm {
  /** The name of the layer whose output is measured. */
  readonly layer: string;
  readonly form: 'linear' | 'square' | 'largest' | 'similar';
}

/** An objective inside a graph. */
export interface EmittedObjective {
  /** `[count]`: the objective of each image. */
  readonly values: Value;
  /** The gradients of the sum of `values` with respect to the outputs of the measured layers, by the names of the layers. */
  readonly outputGradients: ReadonlyMap<string, Value>;
}

/** Emits an objective over the outputs of layers, `[count, channels, height, width]` or `[count, channels]`. */
export function emitObjective(
  graph: GraphBuilder,
  terms: readonly TermForm[],
  outputs: ReadonlyMap<string, Value>,
): EmittedObjective {
  const outputGradients = new Map<string, Value>();
  let values: Value | undefined;
  for (const [index, { layer, form }] of terms.entries()) {
    const output = outputs.get(layer)!; // all measured layers are emitted
    const term = EMITTERS[form](graph, output, index);
    values = values === undefined ? term.values : add(graph, values, term.values);
    const before = outputGradients.get(layer);
    const sum = before === undefined ? term.gradient : add(graph, before, term.gradient);
    outputGradients.set(layer, sum);
  }
  return { values: values!, outputGradients }; // an objective has a term
}

function linear(graph: GraphBuilder, output: Value, index: number): EmittedTerm {
  const [, channels, height, width] = output.shape.map(Number);
  const isImage = height !== undefined && width !== undefined;
  const perChannel = graph.input(`channels:${index}`, [1, channels!, ...(isImage ? [1, 1] : [])]); // two axes at least
  const factors = isImage
    ? multiply(graph, perChannel, graph.input(`positions:${index}`, [1, 1, height, width]))
    : perChannel;
  return {
    values: imageSums(graph, multiply(graph, output, factors)),
    gradient: expand(graph, factors, output.shape.map(Number)),
  };
}

function square(graph: GraphBuilder, output: Value, index: number): EmittedTerm {
  const size = output.shape
    .slice(1)
    .reduce<number>((product, length) => product * Number(length), 1);
  const share = multiply(graph, graph.input(`factor:${index}`, []), 1 / size);
  return {
    values: multiply(graph, imageSums(graph, multiply(graph, output, output)), share),
    gradient: multiply(graph, output, multiply(graph, share, 2)),
  };
}

function largest(graph: GraphBuilder, output: Value, index: number): EmittedTerm {
  const [count, channels, ...size] = output.shape.map(Number);
  const axes = size.map((_, axis) => axis + 2);
  const means = axes.length > 0 ? reduceMean(graph, output, axes) : output;
  const most = graph.node('ReduceMax', [means], {
    shape: [count!, ...means.shape.slice(1).map(() => 1)], // two axes at least
    attributes: { axes: { ints: [1] }, keepdims: { int: 1 } },
  });
  const isLargest = graph.node('Equal', [means, most], { shape: means.shape, type: 'bool' });
  const factor = graph.input(`factor:${index}`, []);
  const share = multiply(graph, factor, 1 / size.reduce((product, length) => product * length, 1));
  return {
    values: reshape(graph, multiply(graph, most, factor), [count!]),
    gradient: expand(graph, multiply(graph, toFloat(graph, isLargest), share), [
      count!,
      channels!,
      ...size,
    ]),
  };
}

const EMITTERS = { linear, square, largest, similar: emitSimilarity } as const;

/** The sum of each image, `[count]`. */
function imageSums(graph: GraphBuilder, value: Value): Value {
  const axes = value.shape.map((_, axis) => axis).slice(1);
  return reshape(graph, reduceSum(graph, value, axes), [value.shape[0]!]);
}
