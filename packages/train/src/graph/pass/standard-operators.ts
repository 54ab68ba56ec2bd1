import type { OnnxGraph, OnnxNode, OnnxValue } from '../ir/onnx-graph.ts';

/**
 * Replaces `FusedMatMul`, an operator of onnxruntime that can transpose its operands, by operators of ONNX itself: `Gemm` for
 * matrices, `Transpose` and `MatMul` for batches of matrices. Other nodes stay as they are.
 */
export function standardOperators(graph: OnnxGraph): OnnxGraph {
  const values = new Map<string, Pick<OnnxValue, 'shape' | 'type'>>(
    graph.inputs.map((value) => [value.name, value]),
  );
  for (const { name, shape } of graph.constants) values.set(name, { shape, type: 'float32' });
  for (const { outputs } of graph.nodes) for (const value of outputs) values.set(value.name, value);
  const nodes = graph.nodes.flatMap((node) =>
    node.type === 'FusedMatMul' ? standardProduct(node, values) : node,
  );
  return { ...graph, nodes };
}

function standardProduct(
  node: OnnxNode,
  values: ReadonlyMap<string, Pick<OnnxValue, 'shape' | 'type'>>,
): OnnxNode[] {
  const ranks = node.inputs.map((name) => values.get(name)!.shape.length); // a value of the graph
  if (ranks.every((rank) => rank === 2)) return [{ ...node, type: 'Gemm', domain: '' }];
  const transposed: OnnxNode[] = [];
  const inputs = node.inputs.map((name, index) => {
    const flag = node.attributes[index === 0 ? 'transA' : 'transB']!; // matrixProduct sets both
    if (!('int' in flag) || flag.int === 0) return name;
    const { shape, type } = values.get(name)!; // a value of the graph
    const axes = shape.map((_, axis) => axis);
    const order = [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]; // a matrix has two axes
    const output = {
      name: `${node.name}:transposed${index}`,
      type,
      shape: order.map((axis) => shape[axis]!),
    };
    transposed.push({
      type: 'Transpose',
      domain: '',
      name: output.name,
      inputs: [name],
      outputs: [output],
      attributes: { perm: { ints: order } },
    });
    return output.name;
  });
  return [...transposed, { ...node, type: 'MatMul', domain: '', inputs, attributes: {} }];
}
