import type { OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { NO_SIZES, shapeInNumbers, type Sizes } from '../../../graph/ir/sizes.ts';
import type { PartitionedGraph } from '../../../graph/pass/partition-graph.ts';
import type { NativeTensor } from '../runtime/tensors.ts';
import { planWorkspace } from './plan-workspace.ts';
import { wasm, type WasmMemory } from '../kernels/web-assembly.ts';
import { elementCount } from '../../../tensor/element-count.ts';

/** The size of a page of WebAssembly's memory, in bytes. */
const PAGE = 2 ** 16;
/** WebAssembly's addresses have 32 bits. */
const ADDRESSABLE = 2 ** 32;

/** The memory that kernels and onnxruntime share: a memory of WebAssembly, and the offsets of values in it. */
export interface Workspace {
  readonly memory: WasmMemory;
  /** The offset of a value that kernels take or make, in bytes. */
  readonly offsetOf: (name: string) => number;
  /**
   * A value of the workspace, or a view of one, as a tensor that shares its memory; `undefined` for other values. Symbolic
   * dimensions have the given sizes, the largest by default.
   */
  readonly tensorOf: (value: OnnxValue, sizes?: Sizes) => NativeTensor | undefined;
}

export interface WorkspaceOptions {
  /** The number of bytes at the start that no value occupies. */
  readonly reserved: number;
  /** The largest sizes of symbolic dimensions. */
  readonly sizes?: Sizes | undefined;
}

/**
 * Allocates the workspace of a graph, and writes the constants that kernels take.
 *
 * @returns `undefined` where the memory would be too large, or WebAssembly is missing.
 */
export function createWorkspace(
  graph: PartitionedGraph,
  { reserved, sizes: largest = NO_SIZES }: WorkspaceOptions,
): Workspace | undefined {
  const { size, offsets } = planWorkspace(graph, { start: reserved, sizes: largest });
  const memory = allocate(size);
  if (memory === undefined) return undefined;
  for (const { name, data } of graph.constants.values()) {
    const offset = offsets.get(name);
    if (offset !== undefined && data instanceof Float32Array)
      new Float32Array(memory.buffer, offset).set(data);
  }
  return {
    memory,
    offsetOf: (name) => find(name)!, // kernels take and make values of the workspace only
    tensorOf: (value, sizes = largest) => {
      const offset = find(value.name);
      if (offset === undefined) return undefined;
      return tensorAt(memory, offset, { ...value, shape: shapeInNumbers(value.shape, sizes) });
    },
  };

  function find(name: string): number | undefined {
    const view = graph.views.get(name);
    const offset = offsets.get(view?.of.name ?? name);
    if (offset === undefined) return undefined;
    return offset + (view?.offset ?? 0) * Float32Array.BYTES_PER_ELEMENT;
  }
}

function allocate(size: number): WasmMemory | undefined {
  const pages = Math.ceil(size / PAGE);
  if (size > ADDRESSABLE || wasm === undefined) return undefined;
  try {
    return new wasm.Memory({ initial: pages, maximum: pages, shared: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // out of memory
    throw error;
  }
}

function tensorAt(
  { buffer }: WasmMemory,
  offset: number,
  { type, shape: dims }: OnnxValue & { readonly shape: readonly number[] },
): NativeTensor {
  const length = elementCount(dims);
  if (type === 'float32') return { type, dims, data: new Float32Array(buffer, offset, length) };
  if (type === 'int64') return { type, dims, data: new BigInt64Array(buffer, offset, length) };
  return { type, dims, data: new Uint8Array(buffer, offset, length) };
}
