import type { ElementType, OnnxTensor, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { NO_SIZES, shapeInNumbers, type Sizes } from '../../../graph/ir/sizes.ts';
import type { PartitionedGraph } from '../../../graph/pass/partition-graph.ts';
import { elementCount } from '../../../tensor/element-count.ts';

/** The offsets of values in a workspace, in bytes. Values that are never needed at the same time may overlap. */
export interface WorkspacePlan {
  readonly size: number;
  readonly offsets: ReadonlyMap<string, number>;
}

const ELEMENT_BYTES: { readonly [T in ElementType]: number } = {
  float32: 4,
  int64: 8,
  uint8: 1,
  bool: 1,
};

/** The size of a cache line, and of a vector of AVX-512, in bytes. */
const ALIGNMENT = 64;

/** The partitions during which a value must stay in the workspace: indices of the first and the last, both included. */
interface Lifetime {
  readonly value: OnnxValue;
  readonly first: number;
  last: number;
}

interface Allocation extends Lifetime {
  readonly start: number;
  readonly end: number;
}

export interface WorkspacePlanOptions {
  /** The lowest offset that values may have. */
  readonly start: number;
  /** The largest sizes of symbolic dimensions. */
  readonly sizes?: Sizes | undefined;
}

/**
 * Chooses the offsets of all values that kernels take or make, or that pass from one partition to another. Outputs of the graph
 * are not in the workspace. Inputs and constants of the graph are, where kernels take them.
 *
 * First fit by decreasing size: the largest values come first, each at the lowest offset that is free throughout its lifetime.
 */
export function planWorkspace(
  graph: PartitionedGraph,
  { start, sizes = NO_SIZES }: WorkspacePlanOptions,
): WorkspacePlan {
  const allocations: Allocation[] = [];
  const bytes = (value: OnnxValue): number => byteSize(value, sizes);
  const largestFirst = lifetimes(graph).toSorted((a, b) => bytes(b.value) - bytes(a.value));
  for (const lifetime of largestFirst) {
    const size = bytes(lifetime.value);
    const others = allocations
      .filter(({ first, last }) => first <= lifetime.last && lifetime.first <= last)
      .toSorted((a, b) => a.start - b.start);
    let offset = align(start);
    for (const other of others) {
      if (other.start - offset >= size) break;
      offset = Math.max(offset, align(other.end));
    }
    allocations.push({ ...lifetime, start: offset, end: offset + size });
  }
  return {
    size: allocations.reduce((size, { end }) => Math.max(size, end), start),
    offsets: new Map(allocations.map((allocation) => [allocation.value.name, allocation.start])),
  };
}

/** When preparations run: before the first partition. */
const BEFORE = -1;

/** The lifetimes of all values: from the partition that makes a value to the last that takes it. */
function lifetimes(graph: PartitionedGraph): Lifetime[] {
  const { inputs, outputs, constants, partitions, views } = graph;
  const found = prepared(graph);
  const lasting = new Set([...constants.keys(), ...found.keys()]);
  const given = new Map([...inputs, ...outputs].map((value) => [value.name, value]));
  const begin = (value: OnnxValue, first: number): void => {
    found.set(value.name, { value, first, last: first });
  };
  for (const [index, partition] of partitions.entries()) {
    const isKernel = 'kernel' in partition;
    const taken = isKernel
      ? partition.kernel.inputs
      : partition.graph.inputs.map(({ name }) => name);
    for (const name of taken) {
      const base = views.get(name)?.of.name ?? name;
      const constant = constants.get(base);
      const source = constant === undefined ? given.get(base) : asValue(constant);
      if (isKernel && source !== undefined && !found.has(base))
        begin(source, constant === undefined ? 0 : BEFORE);
      const lifetime = found.get(base);
      if (lifetime !== undefined) lifetime.last = lasting.has(base) ? partitions.length : index;
    }
    const made = isKernel ? partition.kernel.outputs : partition.graph.outputs;
    for (const value of made) if (!given.has(value.name)) begin(value, index);
  }
  return [...found.values()];
}

/** The values of preparations. Those that no partition takes are needed before the first partition only. */
function prepared({ preparations, constants }: PartitionedGraph): Map<string, Lifetime> {
  const values = preparations.flatMap(({ inputs, outputs }) => [
    ...inputs.map((name) => asValue(constants.get(name)!)), // preparations take constants
    ...outputs,
  ]);
  return new Map(values.map((value) => [value.name, { value, first: BEFORE, last: BEFORE }]));
}

function asValue(constant: OnnxTensor): OnnxValue {
  return { ...constant, type: 'float32' }; // kernels take floats
}

function byteSize({ type, shape }: OnnxValue, sizes: Sizes): number {
  return elementCount(shapeInNumbers(shape, sizes)) * ELEMENT_BYTES[type];
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
