import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { type Dimension, ELEMENT_TYPES } from '../ir/onnx-graph.ts';

type BinaryType = 'Add' | 'Sub' | 'Mul' | 'Div' | 'Min';
type UnaryType = 'Exp' | 'Neg' | 'Reciprocal' | 'Relu' | 'Sigmoid' | 'Sqrt' | 'Tanh';

/** An operator on two operands, with NumPy's broadcasting. A number becomes a scalar constant. */
export function binary(
  graph: GraphBuilder,
  type: BinaryType,
  operands: readonly [Value | number, Value | number],
): Value {
  const [left, right] = operands.map((operand) =>
    typeof operand === 'number' ? graph.scalar(operand) : operand,
  ) as [Value, Value]; // a pair maps to a pair
  return graph.node(type, [left, right], { shape: broadcast(left.shape, right.shape) });
}

export const add = (graph: GraphBuilder, left: Value, right: Value | number): Value =>
  binary(graph, 'Add', [left, right]);
export const subtract = (graph: GraphBuilder, left: Value, right: Value | number): Value =>
  binary(graph, 'Sub', [left, right]);
export const multiply = (graph: GraphBuilder, left: Value, right: Value | number): Value =>
  binary(graph, 'Mul', [left, right]);
export const divide = (graph: GraphBuilder, left: Value, right: Value | number): Value =>
  binary(graph, 'Div', [left, right]);

export function unary(graph: GraphBuilder, type: UnaryType, value: Value): Value {
  return graph.node(type, [value], { shape: value.shape });
}

/** Casts a value to 32-bit floats. */
export function toFloat(graph: GraphBuilder, value: Value): Value {
  return graph.node('Cast', [value], {
    shape: value.shape,
    attributes: { to: { int: ELEMENT_TYPES.float32 } },
  });
}

function broadcast(left: readonly Dimension[], right: readonly Dimension[]): Dimension[] {
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, axis) => {
    const a = left[left.length - rank + axis] ?? 1;
    const b = right[right.length - rank + axis] ?? 1;
    return a === 1 ? b : a;
  });
}
