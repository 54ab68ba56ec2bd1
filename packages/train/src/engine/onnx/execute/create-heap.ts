import type { OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { StagedGraph } from '../../../graph/pass/staged-graph.ts';
import type { NativeTensor } from '../load-onnxruntime.ts';
import { planHeap } from './plan-heap.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

const PAGE = 2 ** 16;
/** Addresses have 32 bits. */
const ADDRESSABLE = 2 ** 32;

/** The memory that kernels and onnxruntime share. */
export interface Heap {
  readonly memory: WasmMemory;
  /** Where a value lies, in bytes. */
  readonly addressOf: (name: string) => number;
  /** A value in its place, or a view of one; `undefined` when it has none. */
  readonly tensorOf: (value: OnnxValue) => NativeTensor | undefined;
}

/**
 * Makes the memory for a graph, with the constants that kernels take. `undefined` where the values
 * do not fit.
 *
 * @param reserved Bytes at its start where nothing is placed.
 */
export function createHeap(graph: StagedGraph, reserved: number): Heap | undefined {
  const { size, places } = planHeap(graph, reserved);
  const memory = allocate(size);
  if (memory === undefined) return undefined;
  for (const { name, data } of graph.constants.values()) {
    const place = places.get(name);
    if (place !== undefined && data instanceof Float32Array)
      new Float32Array(memory.buffer, place.start).set(data);
  }
  return {
    memory,
    addressOf: (name) => startOf(name)!, // of all that kernels take and give
    tensorOf: (value) => {
      const start = startOf(value.name);
      return start === undefined ? undefined : tensorAt(memory, start, value);
    },
  };

  function startOf(name: string): number | undefined {
    const view = graph.views.get(name);
    const place = places.get(view?.of.name ?? name);
    return place && place.start + (view?.offset ?? 0) * Float32Array.BYTES_PER_ELEMENT;
  }
}

function allocate(size: number): WasmMemory | undefined {
  const pages = Math.ceil(size / PAGE);
  if (size > ADDRESSABLE || wasm === undefined) return undefined;
  try {
    return new wasm.Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the process may not have so much
    throw error;
  }
}

function tensorAt({ buffer }: WasmMemory, start: number, value: OnnxValue): NativeTensor {
  const { type, shape } = value;
  const dims = shape.map(Number);
  const length = dims.reduce((product, size) => product * size, 1);
  if (type === 'bfloat16') throw new TypeError(`${value.name} has a type without an array`);
  if (type === 'float32') return { type, dims, data: new Float32Array(buffer, start, length) };
  if (type === 'int64') return { type, dims, data: new BigInt64Array(buffer, start, length) };
  return { type, dims, data: new Uint8Array(buffer, start, length) };
}
