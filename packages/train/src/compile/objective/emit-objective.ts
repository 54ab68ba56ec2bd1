import { add, multiply } from '../../graph/emit/elementwise.ts';
import { expand, reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';

/**
 * A term of an objective inside a graph. Its numbers are inputs of the graph, so that one graph serves all objectives of the
 * same form:
 *
 * - `linear`: the sum over the output of `output * channels * positions`, with the inputs `channels:<index>`, `[1, channels,
 *   1, 1]`, and `positions:<index>`, `[1, 1, height, width]`; for vectors `channels:<index>`, `[1, channels]`, alone;
 * - `square`: `factor` times the mean of the squares, with the input `factor:<index>`, a scalar.
 */
export interface TermForm {
  /** The name of the layer whose output is measured. */
  readonly layer: string;
  readonly form: 'linear' | 'square';
}

/** An objective inside a graph. */
export interface EmittedObjective {
  /** `[count]`: the objective of each image. */
  readonly values: Value;
  /** The gradients of the sum of `values` with respect to the outputs of the measured layers, by their names. */
  readonly cotangents: ReadonlyMap<string, Value>;
}

/** Emits an objective over the outputs of layers, `[count, channels, height, width]` or `[count, channels]`. */
export function emitObjective(
  graph: GraphBuilder,
  terms: readonly TermForm[],
  outputs: ReadonlyMap<string, Value>,
): EmittedObjective {
  const cotangents = new Map<string, Value>();
  let values: Value | undefined;
  for (const [index, { layer, form }] of terms.entries()) {
    const output = outputs.get(layer)!; // all measured layers are emitted
    const term = (form === 'linear' ? linear : square)(graph, output, index);
    values = values === undefined ? term.values : add(graph, values, term.values);
    const before = cotangents.get(layer);
    const sum = before === undefined ? term.cotangent : add(graph, before, term.cotangent);
    cotangents.set(layer, sum);
  }
  return { values: values!, cotangents }; // an objective has a term
}

interface EmittedTerm {
  readonly values: Value;
  readonly cotangent: Value;
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
    cotangent: expand(graph, factors, output.shape.map(Number)),
  };
}

function square(graph: GraphBuilder, output: Value, index: number): EmittedTerm {
  const size = output.shape
    .slice(1)
    .reduce<number>((product, length) => product * Number(length), 1);
  const share = multiply(graph, graph.input(`factor:${index}`, []), 1 / size);
  return {
    values: multiply(graph, imageSums(graph, multiply(graph, output, output)), share),
    cotangent: multiply(graph, output, multiply(graph, share, 2)),
  };
}

/** The sum over each image, `[count]`. */
function imageSums(graph: GraphBuilder, value: Value): Value {
  const axes = value.shape.map((_, axis) => axis).slice(1);
  return reshape(graph, reduceSum(graph, value, axes), [value.shape[0]!]);
}
