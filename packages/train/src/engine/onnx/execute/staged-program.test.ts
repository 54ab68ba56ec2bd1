import { describe, expect, it } from 'vitest';
import { compileTraining } from '../../../compile/compile-training.ts';
import { readTopology } from '../../../model/layers/read-topology.ts';
import { splitActivations } from '../../../model/layers/split-activations.ts';
import { weightLayout } from '../../../compile/layer/weight-layout.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel/kernel-domain.ts';
import { stageGraph, type StagedGraph } from '../../../graph/pass/staged-graph.ts';
import { createDefinition } from '../../../zoo/create-definition.ts';
import { optimiserSchema } from '../../../optimiser/optimiser-spec.ts';
import { loadOnnxruntime, type NativeTensor } from '../load-onnxruntime.ts';
import { tensor } from '../onnx-runner.ts';
import { loadSession } from '../load-session.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import { plainProgram } from './plain-program.ts';
import { withoutCopies } from './run-in-place.ts';
import { stagedProgram } from './staged-program.ts';
import { KERNELS_END } from './instantiate-kernels.ts';
import { type Place, planHeap } from './plan-heap.ts';

const onnxruntime = await loadOnnxruntime().catch(() => undefined);
if (onnxruntime === undefined)
  console.warn('onnxruntime-node does not load: its tests are skipped');

describe('a staged training graph of small-cnn', () => {
  const staged = smallCnn();

  it('has kernels for all that lies between its convolutions', () => {
    const kinds = staged.stages.map((stage) => ('kernel' in stage ? stage.kernel.type : 'graph'));
    const count = (kind: string): number => kinds.filter((own) => own === kind).length;
    expect(count('normalisePool')).toBe(6);
    expect(count('normalisePoolGradient')).toBe(6);
    expect(count('shiftBlocks')).toBe(5);
    expect(count('cutPatches')).toBe(1);
  });

  it('hands on what later stages take, and nothing else', () => {
    const outputs = new Set(staged.outputs.map(({ name }) => name));
    const known = new Set([...staged.inputs.map(({ name }) => name), ...staged.constants.keys()]);
    const handed = new Set<string>();
    const taken = new Set<string>();
    for (const stage of staged.stages) {
      const inputs = 'kernel' in stage ? stage.kernel.inputs : stage.graph.inputs.map(nameOf);
      for (const name of inputs) taken.add(staged.views.get(name)?.of.name ?? name);
      expect([...taken].filter((name) => !known.has(name))).toEqual([]);
      const made = ('kernel' in stage ? stage.kernel.outputs : stage.graph.outputs).map(nameOf);
      for (const name of made) known.add(name);
      if ('graph' in stage) for (const name of made) handed.add(name);
    }
    expect([...handed].filter((name) => !taken.has(name) && !outputs.has(name))).toEqual([]);
  });

  it('never has two values in one place that are needed at one time', () => {
    const { places, size } = planHeap(staged, KERNELS_END);
    const spans = [...places.values()].map((place) => ({ ...place, ...lifeOf(staged, place) }));
    expect(spans.length).toBeGreaterThan(40);
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(KERNELS_END);
      expect(span.end).toBeLessThanOrEqual(size);
      const others = spans.filter((other) => other !== span);
      const meet = others.filter(({ from, to }) => from <= span.to && span.from <= to);
      expect(meet.filter(({ start, end }) => start < span.end && span.start < end)).toEqual([]);
    }
  });
});

describe.skipIf(onnxruntime === undefined)('a program', () => {
  it('writes what its graph computes to where it is told', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [2]);
    graph.output('double', graph.node('Add', [input, input], { shape: [2] }));
    const run = plainProgram(onnxruntime!, graph.finish('test'), { threads: 1 });
    const double = (...numbers: number[]): Float32Array => {
      const result = new Float32Array(2);
      run({ input: tensor(Float32Array.from(numbers), [2]) }, { double: tensor(result, [2]) });
      return result;
    };
    const first = double(1, 2);
    expect([...double(-3, 4)]).toEqual([-6, 8]);
    expect([...first]).toEqual([2, 4]);
  });

  it('has no results copied: onnxruntime-node throws before it would', () => {
    const graph = new GraphBuilder();
    graph.output('same', graph.input('input', [1]));
    const file = encodeOnnx(withoutCopies(graph.finish('test')));
    const session = loadSession(onnxruntime!, file, { threads: 1 });
    const result = tensor(new Float32Array(1), [1]);
    const inputs = { input: tensor(Float32Array.of(7), [1]) };
    expect(() => session.run(inputs, { refused: null, same: result }, {})).toThrow(/Tensor type/);
    expect([...result.data]).toEqual([7]);
  });

  it('is not made of more stages than pay', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    let value = graph.input('image', [16]);
    for (let count = 0; count < 100; count++)
      value = graph.node('cutPatches', [value], { shape: [16], domain: KERNEL_DOMAIN });
    graph.output('result', value);
    expect(stagedProgram(onnxruntime!, graph.finish('test'), { threads: 1 })).toBeUndefined();
  });

  it('reports what fails while it runs', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [1]);
    const sizes = graph.input('sizes', [1], 'int64');
    graph.output('none', graph.node('Reshape', [input, sizes], { shape: [7] }));
    const run = plainProgram(onnxruntime!, graph.finish('test'), { threads: 1 });
    const seven: NativeTensor = { type: 'int64', dims: [1], data: BigInt64Array.of(7n) };
    const inputs = { input: tensor(new Float32Array(1), [1]), sizes: seven };
    const outputs = { none: tensor(new Float32Array(7), [7]) };
    expect(() => run(inputs, outputs)).toThrow(/Reshape/);
  });

  it('is not made where its values do not fit a memory', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', [2 ** 30]);
    const cut = graph.node('cutPatches', [image], { shape: [2 ** 30], domain: KERNEL_DOMAIN });
    graph.output('result', cut);
    expect(stagedProgram(onnxruntime!, graph.finish('test'), { threads: 1 })).toBeUndefined();
  });
});

function smallCnn(): StagedGraph {
  const size = { height: 40, width: 36, channels: 3, seed: 0 };
  const { topology, weights, input } = createDefinition('small-cnn', { classes: 3, ...size });
  const { graph } = compileTraining(splitActivations(readTopology(topology)), {
    input,
    weights: weights.map(weightLayout),
    optimiser: optimiserSchema.parse({ name: 'adam' }),
    count: 4,
    channelBlock: 16,
    kernels: true,
  });
  return stageGraph(graph);
}

/** When and where a value is needed, by its uses alone. */
function lifeOf({ stages, views, constants, inputs }: StagedGraph, { value, start }: Place) {
  const { name, shape } = value;
  const uses = stages.flatMap((stage, index) => {
    const kernel = 'kernel' in stage ? stage.kernel : undefined;
    const graph = 'graph' in stage ? stage.graph : undefined;
    const taken = kernel?.inputs ?? graph!.inputs.map(nameOf);
    const made = (kernel?.outputs ?? graph!.outputs).map(nameOf);
    const names = [...taken.map((own) => views.get(own)?.of.name ?? own), ...made];
    return names.includes(name) ? [index] : [];
  });
  const isGiven = constants.has(name) || inputs.some((input) => input.name === name);
  return {
    from: isGiven ? 0 : Math.min(...uses),
    to: constants.has(name) ? stages.length : Math.max(...uses),
    end: start + 4 * shape.map(Number).reduce((product, length) => product * length, 1),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
