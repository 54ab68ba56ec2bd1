import { ELEMENT_TYPES } from '../ir/element-types.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from '../ir/onnx-graph.ts';

/** The input of `branchGraph` that says which branch runs: its index, a 64-bit scalar. */
export const BRANCH = 'branch';

/** The names that a value has as an input, and as an output, of `branchGraph`: one branch may take what another makes. */
export const inputName = (name: string): string => `in:${name}`;
export const outputName = (name: string): string => `out:${name}`;

/**
 * Several graphs as one, of which a run takes one. In one session they share threads; sessions of their own would each keep
 * a pool of them, which spin for some 15 ms after a run and take the cores from the next. All inputs of all branches must
 * be given. What is no output of the branch that runs is empty.
 */
export function branchGraph(name: string, branches: readonly OnnxGraph[]): OnnxGraph {
  const inputs = branches
    .flatMap((branch) => branch.inputs)
    .map((input) => renamed(input, inputName));
  return {
    name,
    nodes: branches.flatMap((branch, index) => choice(branch, index)),
    inputs: [
      { name: BRANCH, type: 'int64', shape: [] },
      ...new Map(inputs.map((input) => [input.name, input])).values(),
    ],
    outputs: branches.flatMap(({ outputs }) => outputs.map((value) => renamed(value, outputName))),
    constants: branches.map((_, index) => indexConstant(index)),
  };
}

/** Runs a branch where its index is asked for. */
function choice(branch: OnnxGraph, index: number): OnnxNode[] {
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
        then_branch: { graph: inside(branch) },
        else_branch: { graph: nothing(branch) },
      },
    },
  ];
}

/** A branch that takes its inputs from around it. */
function inside(branch: OnnxGraph): OnnxGraph {
  const given = new Set(branch.inputs.map(({ name }) => name));
  const nodes = branch.nodes.map((node) => ({
    ...node,
    inputs: node.inputs.map((name) => (given.has(name) ? inputName(name) : name)),
  }));
  return { ...branch, nodes, inputs: [] };
}

/** Nothing, under the names and types of what a branch makes. */
function nothing({ name, outputs }: OnnxGraph): OnnxGraph {
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
