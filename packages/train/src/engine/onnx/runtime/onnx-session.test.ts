import { describe, expect, it } from 'vitest';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { toFloat } from '../../../graph/emit/elementwise.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { OnnxSession } from './onnx-session.ts';
import { tensor } from './tensors.ts';

const floats = (...numbers: number[]) => tensor(Float32Array.from(numbers), [numbers.length]);
const bytes = (...numbers: number[]) =>
  ({ type: 'uint8', dims: [numbers.length], data: Uint8Array.from(numbers) }) as const;

describe.skipIf(onnxruntime === undefined)('a session of onnxruntime', () => {
  it('returns new tensors, of any number of axes', () => {
    const session = open();
    const result = session.run({ left: floats(1, 2), right: bytes(3, 4) }, ['sum', 'total']);
    expect(result).toEqual({ sum: floats(4, 6), total: tensor(Float32Array.of(10), []) });
    session.run({ left: floats(0, 0), right: bytes(0, 0) }, ['sum', 'total']);
    expect(result['sum']).toEqual(floats(4, 6));
  });

  it('returns the named outputs only', () => {
    const result = open().run({ left: floats(1), right: bytes(255) }, ['total']);
    expect(result).toEqual({ total: tensor(Float32Array.of(256), []) });
  });

  it('returns tensors without numbers', () => {
    const session = open({ hasTotal: false });
    const result = session.run({ left: floats(), right: bytes() }, ['sum']);
    expect(result).toEqual({ sum: floats() });
  });

  it('reads and writes tensors in shared memory', () => {
    const memory = new SharedArrayBuffer(64);
    const left = tensor(new Float32Array(memory, 0, 2), [2]);
    const sum = tensor(new Float32Array(memory, 32, 2), [2]);
    left.data.set([10, 20]);
    open().runInto({ left, right: bytes(1, 2) }, { sum });
    expect([...new Float32Array(memory)]).toEqual([10, 20, ...zeros(6), 11, 22, ...zeros(6)]);
  });

  it('throws the message of onnxruntime', () => {
    const session = open();
    expect(() => session.run({ left: floats(1) }, ['sum'])).toThrow('right');
    const inputs = { left: floats(1), right: bytes(2) };
    expect(() => session.run(inputs, ['product'])).toThrow('product');
    expect(() => session.runInto(inputs, { sum: floats(1, 2, 3) })).toThrow('shape');
    expect(session.run(inputs, ['sum'])).toEqual({ sum: floats(3) });
  });

  it('is not made of bytes that are no ONNX file', () => {
    expect(() => onnxruntime!.open(Uint8Array.of(1, 2, 3), { threads: 1 })).toThrow('protobuf');
  });
});

/** `sum` of the floats `left` and the bytes `right`, and the `total` of that sum. */
function open({ hasTotal = true } = {}): OnnxSession {
  const graph = new GraphBuilder();
  const left = graph.input('left', ['count']);
  const right = toFloat(graph, graph.input('right', ['count'], 'uint8'));
  const sum = graph.node('Add', [left, right], { shape: ['count'] });
  graph.output('sum', sum);
  const attributes = { equation: { text: 'i->' } };
  if (hasTotal) graph.output('total', graph.node('Einsum', [sum], { shape: [], attributes }));
  return onnxruntime!.open(encodeOnnx(graph.finish('test')), { threads: 1 });
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
