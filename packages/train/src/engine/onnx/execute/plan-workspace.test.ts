import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphBuilder, type Value } from '../../../graph/ir/graph-builder.ts';
import type { OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel-nodes/kernel-domain.ts';
import { view } from '../../../graph/kernel-nodes/view.ts';
import { type PartitionedGraph, partitionGraph } from '../../../graph/pass/partition-graph.ts';
import { smallCnnGraph } from '../../../../test/small-cnn-graph.ts';
import { planWorkspace } from './plan-workspace.ts';
import { elementCount } from '../../../tensor/element-count.ts';

const START = 100;

describe('the plan of a workspace', () => {
  it('has no values where there are no kernels', () => {
    const graph = newGraph();
    graph.output('result', operator(graph, [graph.input('input', [8])], 8));
    expect(planned(graph)).toEqual({ size: START, offsets: new Map() });
  });

  it('has the values that kernels take and make at multiples of 64 bytes', () => {
    const graph = newGraph();
    const first = operator(graph, [graph.input('input', [8])], 8);
    const second = kernel(graph, [first], 8);
    graph.output('result', operator(graph, [second], 8));
    const { size, offsets } = planned(graph);
    expect([...offsets]).toEqual([
      [first.name, 128],
      [second.name, 192],
    ]);
    expect(size).toBe(192 + 32);
  });

  it('reuses the bytes of a value that is no longer needed', () => {
    const graph = newGraph();
    const [a, b, c] = chain(graph, 8);
    graph.output('result', operator(graph, [c], 8));
    const { size, offsets } = planned(graph);
    expect([a, b, c].map(({ name }) => offsets.get(name))).toEqual([128, 192, 128]);
    expect(size).toBe(224);
  });

  it('keeps a value as long as a view of it is needed', () => {
    const graph = newGraph();
    const [a, b, c] = chain(graph, 8);
    const part = view(graph, a, { shape: [2], offset: 3 });
    graph.output('result', operator(graph, [kernel(graph, [c, part], 8)], 8));
    const { offsets } = planned(graph);
    expect([a, b, c].map(({ name }) => offsets.get(name))).toEqual([128, 192, 256]);
    expect(offsets.has(part.name)).toBe(false);
  });

  it('has the inputs and constants that kernels take, and no others', () => {
    const graph = newGraph();
    const [taken, other] = [graph.input('taken', [8]), graph.input('other', [8])];
    const constant = graph.constant('constant', [8], new Float32Array(8));
    const made = kernel(graph, [taken, constant], 8);
    const sum = operator(graph, [made, other, graph.scalar(1)], 8);
    graph.output('result', sum);
    expect([...planned(graph).offsets.keys()].toSorted()).toEqual(
      ['taken', 'constant', made.name].toSorted(),
    );
  });

  it('keeps constants for the next run', () => {
    const graph = newGraph();
    const constant = graph.constant('constant', [8], new Float32Array(8));
    const made = kernel(graph, [graph.input('image', [8]), constant], 8);
    const [, , last] = chain(graph, 8, made);
    graph.output('result', operator(graph, [last], 8));
    const { offsets } = planned(graph);
    const own = offsets.get('constant');
    expect([...offsets.values()].filter((offset) => offset === own)).toHaveLength(1);
  });

  it('keeps the results of preparations for the next run, but not the constants that only they take', () => {
    const graph = newGraph();
    const constant = graph.constant('constant', [16], new Float32Array(16));
    const prepared = kernel(graph, [constant], 8);
    const [first, second, third] = chain(graph, 8);
    graph.output('result', operator(graph, [kernel(graph, [third, prepared], 8)], 8));
    const { offsets } = planned(graph);
    const sharing = (name: string): string[] =>
      [first, second, third]
        .map((value) => value.name)
        .filter((own) => offsets.get(own) === offsets.get(name));
    expect(sharing('constant')).not.toEqual([]);
    expect(sharing(prepared.name)).toEqual([]);
  });

  it('has room for the largest sizes of symbolic dimensions', () => {
    const graph = newGraph();
    const input = graph.input('input', ['batch', 4]);
    graph.output(
      'result',
      graph.node('kernel', [input], { shape: ['batch', 4], domain: KERNEL_DOMAIN }),
    );
    const partitioned = partitionGraph(graph.finish('test'));
    const sizes = new Map([['batch', 32]]);
    expect(planWorkspace(partitioned, { start: 0, sizes }).size).toBe(2 * 32 * 4 * 4);
    expect(() => planWorkspace(partitioned, { start: 0 })).toThrow(
      'the dimension batch has no size',
    );
  });

  it('leaves the outputs of the graph to the caller', () => {
    const graph = newGraph();
    const made = kernel(graph, [graph.input('input', [8])], 8);
    graph.output('result', made);
    expect([...planned(graph).offsets.keys()]).toEqual(['input', made.name]);
  });

  it('never has overlapping values that are needed at the same time', () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        expect(overlaps(graph)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is free of overlaps for a training graph of small-cnn, and a quarter smaller than its values', () => {
    const graph = partitionGraph(smallCnnGraph());
    const { size, offsets } = planWorkspace(graph, { start: START });
    const total = spans(graph).reduce((sum, { start, end }) => sum + end - start, 0);
    expect(offsets.size).toBeGreaterThan(40);
    expect(overlaps(graph)).toEqual([]);
    expect(size).toBeLessThan((3 / 4) * total);
  });
});

function newGraph(): GraphBuilder {
  return new GraphBuilder({ channelBlock: 16, kernels: true });
}

function planned(graph: GraphBuilder): ReturnType<typeof planWorkspace> {
  return planWorkspace(partitionGraph(graph.finish('test')), { start: START });
}

function operator(graph: GraphBuilder, inputs: readonly Value[], length: number): Value {
  return graph.node('Sum', inputs, { shape: [length] });
}

function kernel(graph: GraphBuilder, inputs: readonly Value[], length: number): Value {
  return graph.node('kernel', inputs, { shape: [length], domain: KERNEL_DOMAIN });
}

/** Three values, each made of the one before: by an operator, and by two kernels. */
function chain(
  graph: GraphBuilder,
  length: number,
  input: Value = graph.input('input', [length]),
): [Value, Value, Value] {
  const first = operator(graph, [input], length);
  const second = kernel(graph, [first], length);
  return [first, second, kernel(graph, [second], length)];
}

/** Graphs of up to 20 operators, kernels and views, each of values before it. */
function randomGraph(): fc.Arbitrary<PartitionedGraph> {
  const step = fc.record({
    kind: fc.constantFrom('operator', 'kernel', 'kernel', 'view'),
    length: fc.integer({ min: 1, max: 60 }),
    inputs: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    isOutput: fc.boolean(),
  });
  return fc.array(step, { minLength: 1, maxLength: 20 }).map((steps) => {
    const graph = newGraph();
    const values = [
      graph.input('input', [50]),
      graph.constant('constant', [40], new Float32Array(40)),
    ];
    for (const [index, { kind, length, inputs, isOutput }] of steps.entries()) {
      const taken = inputs.map((own) => values[own % values.length]!);
      const base = kind === 'view' ? taken.find(({ name }) => name !== 'constant') : undefined;
      const emit = kind === 'operator' ? operator : kernel;
      const made =
        base === undefined
          ? emit(graph, taken, length)
          : view(graph, base, { shape: [Math.min(length, Number(base.shape[0]))] });
      values.push(made);
      if (isOutput) graph.output(`output${index}`, made);
    }
    graph.output('last', operator(graph, [values.at(-1)!], 1));
    return partitionGraph(graph.finish('random'));
  });
}

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The first and the last partition that need the value; -1 before the first. */
  readonly first: number;
  readonly last: number;
}

/** The pairs of overlapping values that are needed at the same time, and the values at invalid offsets. */
function overlaps(graph: PartitionedGraph): string[] {
  const all = spans(graph);
  const { size } = planWorkspace(graph, { start: START });
  const misplaced = all.filter(({ start, end }) => start < START || start % 64 !== 0 || end > size);
  const pairs = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => one.first <= other.last && other.first <= one.last)
      .filter((other) => one.start < other.end && other.start < one.end)
      .map((other) => `${one.name} and ${other.name}`),
  );
  return [...misplaced.map(({ name }) => name), ...pairs];
}

/** The bytes of all values of a plan, and when they are needed: found from their uses, partition by partition. */
function spans(graph: PartitionedGraph): Span[] {
  const { partitions, preparations, views, constants, inputs } = graph;
  const { offsets } = planWorkspace(graph, { start: START });
  const sides = partitions.map((partition) => {
    const isKernel = 'kernel' in partition;
    const { outputs } = isKernel ? partition.kernel : partition.graph;
    const taken = isKernel
      ? partition.kernel.inputs
      : partition.graph.inputs.map(({ name }) => name);
    return { outputs, names: [...taken.map(baseOf), ...outputs.map(({ name }) => name)] };
  });
  const prepared = preparations.map(({ inputs: names, outputs }) => ({
    outputs,
    names: [...names, ...outputs.map(({ name }) => name)],
  }));
  const isPrepared = (name: string): boolean => prepared.some(({ names }) => names.includes(name));
  const known = new Map<string, Pick<OnnxValue, 'shape'>>([
    ...constants,
    ...[...inputs, ...[...prepared, ...sides].flatMap(({ outputs }) => outputs)].map(
      (value) => [value.name, value] as const,
    ),
  ]);
  return [...offsets].map(([name, start]) => {
    const { shape } = known.get(name)!; // a value is given or made
    const length = elementCount(shape.map(Number));
    const uses = sides.flatMap(({ names }, index) => (names.includes(name) ? [index] : []));
    const isInput = inputs.some((input) => input.name === name);
    const isKept = constants.has(name) || isPrepared(name);
    const made = isInput ? 0 : Math.min(...uses);
    const first = isKept ? -1 : made;
    const last = isKept && uses.length > 0 ? partitions.length : Math.max(-1, ...uses);
    return { name, start, end: start + 4 * length, first, last };
  });

  function baseOf(name: string): string {
    return views.get(name)?.of.name ?? name;
  }
}
