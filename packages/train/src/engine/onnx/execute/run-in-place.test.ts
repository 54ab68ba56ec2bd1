import { describe, expect, it } from 'vitest';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { NativeSession } from '../runtime/load-onnxruntime.ts';
import { loadSession } from '../runtime/load-session.ts';
import { tensor } from '../runtime/onnx-runner.ts';
import { runInPlace, withoutCopies } from './run-in-place.ts';

describe('a graph whose outputs are not copied', () => {
  it('has a first output of a type that JavaScript has no array for', () => {
    const graph = same();
    const changed = withoutCopies(graph);
    expect(changed.outputs.map(({ name, type }) => [name, type])).toEqual([
      ['refused', 'bfloat16'],
      ['same', 'float32'],
    ]);
    expect(changed.nodes.map(({ type }) => type)).toEqual(['Cast', 'Identity']);
    expect(changed.inputs).toEqual(graph.inputs);
  });

  it('leaves the graph that it is made of alone', () => {
    const graph = same();
    withoutCopies(graph);
    expect(graph).toEqual(same());
  });

  it.skipIf(onnxruntime === undefined)(
    'has its outputs written before onnxruntime-node throws',
    () => {
      const result = tensor(new Float32Array(1), [1]);
      const inputs = { input: tensor(Float32Array.of(7), [1]) };
      expect(() => load().run(inputs, { refused: null, same: result }, {})).toThrow(/Tensor type/);
      expect([...result.data]).toEqual([7]);
    },
  );

  it.skipIf(onnxruntime === undefined)('runs in place', () => {
    const result = tensor(new Float32Array(1), [1]);
    runInPlace(load(), { input: tensor(Float32Array.of(7), [1]) }, { same: result });
    expect([...result.data]).toEqual([7]);
  });

  it.skipIf(onnxruntime === undefined)('throws other errors', () => {
    const result = tensor(new Float32Array(1), [1]);
    expect(() => runInPlace(load(), {}, { same: result })).toThrow(/Identity/);
  });
});

function same(): OnnxGraph {
  const graph = new GraphBuilder();
  graph.output('same', graph.input('input', [1]));
  return graph.finish('test');
}

function load(): NativeSession {
  return loadSession(onnxruntime!, encodeOnnx(withoutCopies(same())), { threads: 1 });
}
