import {
  ELEMENT_TYPES,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from '../ir/onnx-graph.ts';

/** The inputs of a branch graph that select the branch: the number of a group, and of a branch in it; 64-bit scalars. */
const SELECTORS = ['group', 'branch'] as const;

/** The name of a value as an output of a branch graph. */
export const outputName = (name: string): string => `out:${name}`;

/** One of the graphs that a branch graph combines. */
export interface Branch {
  /** The inputs that select this branch. */
  readonly selectors: Readonly<Record<(typeof SELECTORS)[number], bigint>>;
  /** The names of the slots that take the inputs of the branch, by the names of the inputs. */
  readonly slots: ReadonlyMap<string, string>;
}

export interface BranchGraph {
  /** Its inputs are selectors and slots; its outputs are those of all branches, by `outputName`. */
  readonly graph: OnnxGraph;
  readonly branches: readonly Branch[];
}

/**
 * Combines graphs as branches of one graph. A run executes the branch that two inputs select; the outputs of the other branches
 * are empty. All branches run in one session of onnxruntime and share its thread pool. With a session for each graph, the threads
 * of each pool would spin for about 15 ms after a run and occupy the cores that the next run needs.
 *
 * Each input and each condition costs time in every run. So the branches share inputs: a slot takes a value of the branch that
 * is executed, of one type and number of axes and in any shape. And there is a condition for each group of branches, and in it
 * one for each branch. (A binary search needs fewer conditions, but onnxruntime takes minutes to load a graph of that depth.)
 */
export function branchGraph(name: string, graphs: readonly OnnxGraph[]): BranchGraph {
  const inputs = new Map<string, OnnxValue>();
  const size = Math.ceil(Math.sqrt(graphs.length));
  const branches = graphs.map((graph, index) => {
    const [group, branch] = [Math.floor(index / size), index % size];
    const selectors = { group: BigInt(group), branch: BigInt(branch) };
    return { selectors, slots: assignSlots(graph, inputs) };
  });
  const leaves = graphs.map((graph, index) => withSlots(graph, branches[index]!.slots)); // a branch for each graph
  const groups = Array.from({ length: Math.ceil(graphs.length / size) }, (_, index) =>
    choice(leaves.slice(index * size, (index + 1) * size), {
      name: `${name}:${index}`,
      selector: 'branch',
      rename: (value) => `of group:${value}`,
    }),
  );
  const graph = choice(groups, {
    name,
    selector: 'group',
    rename: (value) => outputName(value.replace('of group:', '')),
  });
  const selectors = SELECTORS.map((own) => ({ name: own, type: 'int64', shape: [] }) as const);
  return { graph: { ...graph, inputs: [...selectors, ...inputs.values()] }, branches };
}

/** The names of the slots of a branch's inputs. Adds slots where those that are known do not suffice. */
function assignSlots(
  { inputs }: OnnxGraph,
  slots: Map<string, OnnxValue>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    inputs.map((input) => {
      const kind = `in:${input.type}:${input.shape.length}`;
      const index = counts.get(kind) ?? 0;
      counts.set(kind, index + 1);
      const name = `${kind}:${index}`;
      if (!slots.has(name)) slots.set(name, inAnyShape({ ...input, name }));
      return [input.name, name];
    }),
  );
}

/** A value of the same type and number of axes, whose dimensions are unknown. */
function inAnyShape({ name, type, shape }: OnnxValue): OnnxValue {
  return { name, type, shape: shape.map((_, axis) => `${name}/${axis}`) };
}

/** A branch without inputs of its own: it reads the slots of the surrounding graph, as a subgraph of `If` does. */
function withSlots(branch: OnnxGraph, slots: ReadonlyMap<string, string>): OnnxGraph {
  const nodes = branch.nodes.map((node) => ({
    ...node,
    inputs: node.inputs.map((name) => slots.get(name) ?? name),
  }));
  return { ...branch, nodes, inputs: [] };
}

interface ChoiceOptions {
  readonly name: string;
  readonly selector: (typeof SELECTORS)[number];
  /** The name of an output of an option as an output of the choice. */
  readonly rename: (value: string) => string;
}

/** A graph that executes the option whose index equals the selector. Its outputs are those of all options. */
function choice(
  options: readonly OnnxGraph[],
  { name, selector, rename }: ChoiceOptions,
): OnnxGraph {
  const outputs = options.map((option) =>
    option.outputs.map((value) => inAnyShape({ ...value, name: rename(value.name) })),
  );
  const nodes = options.flatMap((option, index): OnnxNode[] => {
    const isChosen: OnnxValue = { name: `${name}:is ${index}`, type: 'bool', shape: [] };
    return [
      {
        type: 'Equal',
        domain: '',
        name: `equal:${isChosen.name}`,
        inputs: [selector, indexConstant(index).name],
        outputs: [isChosen],
        attributes: {},
      },
      {
        type: 'If',
        domain: '',
        name: `if:${isChosen.name}`,
        inputs: [isChosen.name],
        outputs: outputs[index]!, // for each option
        attributes: {
          then_branch: { graph: option },
          else_branch: { graph: emptyOutputs(option) },
        },
      },
    ];
  });
  const constants = options.map((_, index) => indexConstant(index));
  return { name, nodes, inputs: [], outputs: outputs.flat(), constants };
}

/** A graph whose outputs have the types of a graph's outputs, and no elements. One node makes all floats. */
function emptyOutputs({ name, outputs }: OnnxGraph): OnnxGraph {
  const results = outputs.map((output) => ({ ...output, name: `no:${output.name}`, shape: [0] }));
  const floats = results.filter(({ type }) => type === 'float32');
  const node = { domain: '', inputs: [NOTHING.name] };
  const split: OnnxNode = {
    ...node,
    type: 'Split',
    name: `no:${name}`,
    outputs: floats,
    attributes: { axis: { int: 0 } },
  };
  const casts = results
    .filter((result) => !floats.includes(result))
    .map((result) => ({
      ...node,
      type: 'Cast',
      name: result.name,
      outputs: [result],
      attributes: { to: { int: ELEMENT_TYPES[result.type] } },
    }));
  return {
    name: `no:${name}`,
    nodes: floats.length === 0 ? casts : [split, ...casts],
    inputs: [],
    outputs: results,
    constants: [NOTHING],
  };
}

const NOTHING: OnnxTensor = { name: 'nothing', shape: [0], data: new Float32Array() };

function indexConstant(index: number): OnnxTensor {
  return { name: `index:${index}`, shape: [], data: BigInt64Array.of(BigInt(index)) };
}
