import {
  ELEMENT_TYPES,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from '../ir/onnx-graph.ts';

/** The input of a branch graph that selects the branch: its index, a 64-bit scalar. */
export const BRANCH = 'branch';

/**
 * The names of a value as an input and as an output of a branch graph. They differ, since an output of one branch may be an
 * input of another.
 */
export const inputName = (name: string): string => `in:${name}`;
export const outputName = (name: string): string => `out:${name}`;

/**
 * Combines graphs as branches of one graph. A run executes the branch that the input `BRANCH` selects. It needs the inputs of
 * all branches; the outputs of the other branches are empty. All branches run in one session of onnxruntime and share its
 * thread pool. With a session for each graph, the threads of each pool would spin for about 15 ms after a run and occupy the
 * cores that the next run needs.
 */
export function branchGraph(name: string, branches: readonly OnnxGraph[]): OnnxGraph {
  const inputs = branches
    .flatMap((branch) => branch.inputs)
    .map((input) => renamed(input, inputName));
  return {
    name,
    nodes: branches.flatMap((branch, index) => branchNodes(branch, index)),
    inputs: [
      { name: BRANCH, type: 'int64', shape: [] },
      ...new Map(inputs.map((input) => [input.name, input])).values(),
    ],
    outputs: branches.flatMap(({ outputs }) => outputs.map((value) => renamed(value, outputName))),
    constants: branches.map((_, index) => indexConstant(index)),
  };
}

/** The nodes that execute a branch where `BRANCH` is its index. */
function branchNodes(branch: OnnxGraph, index: number): OnnxNode[] {
  const isChosen: OnnxValue = { name: `chosen:${index}`, type: 'bool', shape: [] };
  return [
    {
      type: 'Equal',
      domain: '',
      name: `equal:${index}`,
      inputs: [BRANCH, indexConstant(index).name],
      outputs: [isChosen],
      attributes: {},
    },
    {
      type: 'If',
      domain: '',
      name: `if:${index}`,
      inputs: [isChosen.name],
      outputs: branch.outputs.map((output) => renamed(output, outputName)),
      attributes: {
        then_branch: { graph: withOuterInputs(branch) },
        else_branch: { graph: emptyOutputs(branch) },
      },
    },
  ];
}

/** A branch without inputs of its own: it reads them from the surrounding graph, as a subgraph of `If` does. */
function withOuterInputs(branch: OnnxGraph): OnnxGraph {
  const given = new Set(branch.inputs.map(({ name }) => name));
  const nodes = branch.nodes.map((node) => ({
    ...node,
    inputs: node.inputs.map((name) => (given.has(name) ? inputName(name) : name)),
  }));
  return { ...branch, nodes, inputs: [] };
}

/** A graph whose outputs have the types of a branch's outputs, and no elements. */
function emptyOutputs({ name, outputs }: OnnxGraph): OnnxGraph {
  const empty: OnnxTensor = { name: 'empty', shape: [0], data: new Float32Array() };
  const results = outputs.map((output) => renamed({ ...output, shape: [0] }, (own) => `no:${own}`));
  return {
    name: `no:${name}`,
    nodes: results.map((result) => ({
      type: 'Cast',
      domain: '',
      name: result.name,
      inputs: [empty.name],
      outputs: [result],
      attributes: { to: { int: ELEMENT_TYPES[result.type] } },
    })),
    inputs: [],
    outputs: results,
    constants: [empty],
  };
}

function indexConstant(index: number): OnnxTensor {
  return { name: `index:${index}`, shape: [], data: BigInt64Array.of(BigInt(index)) };
}

function renamed(value: OnnxValue, rename: (name: string) => string): OnnxValue {
  return { ...value, name: rename(value.name) };
}
