import { add, divide, multiply, subtract, unary } from '../../graph/emit/elementwise.ts';
import { matrixProduct } from '../../graph/emit/matrix.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { GRAM_EPSILON } from '../../tensor/gram-epsilon.ts';
import type { EmittedTerm } from './emitted-term.ts';

/**
 * Emits the similarity of images, with the input `factor:<index>`, a scalar. For an output `A`, `[channels, positions]`, of each image,
 * the Gram matrix is `G = A A'`, and `H = G / |G|`. The similarity of image i is the sum of `H_i . H_j` over the other images j. With
 * `R_i`, the sum of the other `H_j`, the gradient of the sum over all images is `4 (R_i - (R_i . H_i) H_i) A_i / |G_i|`.
 *
 * @param output `[count, channels, height, width]` or `[count, channels]`
 */
export function emitSimilarity(graph: GraphBuilder, output: Value, index: number): EmittedTerm {
  const shape = output.shape.map(Number);
  const [count, channels, ...size] = shape as [number, number, ...number[]]; // two axes at least
  const positions = size.reduce((product, length) => product * length, 1);
  const factor = graph.input(`factor:${index}`, []);
  const matrices = reshape(graph, output, [count, channels, positions]);
  const gram = matrixProduct(graph, [matrices, matrices], { transposeRight: true });
  const squares = add(graph, reduceSum(graph, multiply(graph, gram, gram), [1, 2]), GRAM_EPSILON);
  const norm = unary(graph, 'Sqrt', squares);
  const unit = divide(graph, gram, norm);
  const others = subtract(graph, reduceSum(graph, unit, [0]), unit);
  const cosines = reduceSum(graph, multiply(graph, others, unit), [1, 2]);
  const across = subtract(graph, others, multiply(graph, unit, cosines));
  const scale = divide(graph, multiply(graph, factor, 4), norm);
  const slope = matrixProduct(graph, [multiply(graph, across, scale), matrices]);
  return {
    values: multiply(graph, reshape(graph, cosines, [count]), factor),
    gradient: reshape(graph, slope, shape),
  };
}
