import type { ElementType, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { StagedGraph } from '../../../graph/pass/staged-graph.ts';

/** Where values lie in one memory, in bytes. Those whose times do not meet share places. */
export interface HeapPlan {
  readonly size: number;
  readonly places: ReadonlyMap<string, Place>;
}

export interface Place {
  readonly value: OnnxValue;
  readonly start: number;
}

/** Bytes an element. */
const WIDTHS: { readonly [T in ElementType]: number } = {
  float32: 4,
  int64: 8,
  uint8: 1,
  bool: 1,
  bfloat16: 2,
};

/** A cache line, and a vector of AVX-512. */
const ALIGNMENT = 64;

interface Lifetime {
  readonly value: OnnxValue;
  readonly from: number;
  to: number;
}

/**
 * Finds places for all values that kernels take or give, or that pass from one stage to another. The graph's outputs are
 * not among them; of its inputs and constants those that kernels take.
 *
 * @param start The first free byte.
 */
export function planHeap(graph: StagedGraph, start: number): HeapPlan {
  const placed: (Lifetime & Place & { readonly end: number })[] = [];
  for (const life of lifetimes(graph)) {
    const size = byteSize(life.value);
    const others = placed
      .filter(({ from, to }) => from <= life.to && life.from <= to)
      .toSorted((a, b) => a.start - b.start);
    let at = align(start);
    for (const other of others) {
      if (other.start - at >= size) break;
      at = Math.max(at, align(other.end));
    }
    placed.push({ ...life, start: at, end: at + size });
  }
  return {
    size: placed.reduce((size, { end }) => Math.max(size, end), start),
    places: new Map(placed.map((place) => [place.value.name, place])),
  };
}

/** From the stage that makes a value to the last that takes it, the largest first. */
function lifetimes({ inputs, outputs, constants, stages, views }: StagedGraph): Lifetime[] {
  const lives = new Map<string, Lifetime>();
  const given = new Map([...inputs, ...outputs].map((value) => [value.name, value]));
  const make = (value: OnnxValue, from: number): void => {
    lives.set(value.name, { value, from, to: from });
  };
  for (const [index, stage] of stages.entries()) {
    const isKernel = 'kernel' in stage;
    const taken = isKernel ? stage.kernel.inputs : stage.graph.inputs.map(({ name }) => name);
    for (const name of taken) {
      const base = views.get(name)?.of.name ?? name;
      const constant = constants.get(base);
      const source =
        constant === undefined ? given.get(base) : { ...constant, type: 'float32' as const };
      if (isKernel && source !== undefined && !lives.has(base)) make(source, 0);
      const life = lives.get(base);
      if (life !== undefined) life.to = constant === undefined ? index : stages.length;
    }
    const made = isKernel ? stage.kernel.outputs : stage.graph.outputs;
    for (const value of made) if (!given.has(value.name)) make(value, index);
  }
  return [...lives.values()].toSorted((a, b) => byteSize(b.value) - byteSize(a.value));
}

function byteSize({ type, shape }: OnnxValue): number {
  return shape.reduce<number>((size, length) => size * Number(length), WIDTHS[type]);
}

function align(address: number): number {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}
