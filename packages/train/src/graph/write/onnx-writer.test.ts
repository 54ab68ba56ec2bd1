import { describe, expect, it } from 'vitest';
import { createRunner } from '../../engine/onnx/runtime/onnx-runner.ts';
import { tensor } from '../../engine/onnx/runtime/tensors.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import type { Attribute, OnnxGraph } from '../ir/onnx-graph.ts';
import { encodeOnnx } from './onnx-writer.ts';

describe('an ONNX file', () => {
  it('has the version of its format, its producer, and a graph', () => {
    const model = read(encodeOnnx(small()));
    expect(numbers(model, 1)).toEqual([8]);
    expect(texts(model, 2)).toEqual(['sprout']);
    expect(texts(messages(model, 7)[0]!, 2)).toEqual(['small']);
  });

  it('names the operator sets that it uses, and no others', () => {
    const setsOf = (graph: OnnxGraph): unknown =>
      messages(read(encodeOnnx(graph)), 8).map((set) => [texts(set, 1)[0], numbers(set, 2)[0]]);
    expect(setsOf(small())).toEqual([['', 17]]);
    expect(setsOf(graphOf({ domain: 'com.microsoft.nchwc' }))).toEqual([
      ['', 17],
      ['com.microsoft.nchwc', 1],
    ]);
    const inner = graphOf({ domain: 'com.microsoft' });
    expect(setsOf(graphOf({ attribute: { graph: inner } }))).toEqual([
      ['', 17],
      ['com.microsoft', 1],
    ]);
  });

  it('has nodes with the names of their inputs and outputs', () => {
    const nodes = messages(graphIn(small()), 1);
    expect(nodes.map((node) => [texts(node, 4), texts(node, 1), texts(node, 2)])).toEqual([
      [['Mul'], ['input', 'scalar:2.5'], ['Mul:0:0']],
      [['Identity'], ['Mul:0:0'], ['result']],
    ]);
  });

  it('has the types and shapes of inputs and outputs, a symbolic batch by its name', () => {
    const graph = graphIn(small());
    expect(messages(graph, 11).map(declarationOf)).toEqual([['input', 1, ['batch', 3]]]);
    expect(messages(graph, 12).map(declarationOf)).toEqual([['result', 1, ['batch', 3]]]);
  });

  it('has the numbers of constants as raw bytes', () => {
    const graph = new GraphBuilder();
    graph.constant('pair', [2, 1], Float32Array.of(1, 2, 3).subarray(1));
    graph.integers([-1]);
    const constants = messages(graphIn(graph.finish('constants')), 5);
    const found = constants.map((constant) => ({
      name: texts(constant, 8)[0],
      type: numbers(constant, 2)[0],
      shape: numbers(constant, 1),
      bytes: (constant.get(9)![0] as Buffer).toString('hex'),
    }));
    expect(found).toEqual([
      { name: 'pair', type: 1, shape: [2, 1], bytes: '0000004000004040' },
      { name: 'integers:-1', type: 7, shape: [1], bytes: 'ffffffffffffffff' },
    ]);
  });

  /** The field of each kind of attribute, and the number that ONNX gives to the kind. */
  it.each<[string, Attribute, number, unknown[], number]>([
    ['an integer', { int: 300 }, 3, [300], 2],
    ['a float', { float: 0.5 }, 2, [0.5], 1],
    ['a text', { text: 'add' }, 4, [Buffer.from('add')], 3],
    ['a list', { ints: [1, 2, 0] }, 8, [1, 2, 0], 7],
    ['an empty list', { ints: [] }, 8, [], 7],
  ])('has attributes: %s', (_, attribute, field, values, kind) => {
    const [node] = messages(graphIn(graphOf({ attribute })), 1);
    const [written] = messages(node!, 5);
    expect(texts(written!, 1)).toEqual(['attribute']);
    expect(written!.get(field) ?? []).toEqual(values);
    expect(numbers(written!, 20)).toEqual([kind]);
  });

  it('has attributes: a graph', () => {
    const [node] = messages(graphIn(graphOf({ attribute: { graph: small() } })), 1);
    const [written] = messages(node!, 5);
    expect(texts(messages(written!, 6)[0]!, 2)).toEqual(['small']);
    expect(numbers(written!, 20)).toEqual([5]);
  });

  it.skipIf(onnxruntime === undefined)('loads and runs in onnxruntime', () => {
    const run = createRunner(onnxruntime!, encodeOnnx(small()), {
      outputs: ['result'],
      threads: 1,
    });
    const input = tensor(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    const { result } = run({ input });
    expect([...result!.data]).toEqual([2.5, 5, 7.5, 10, 12.5, 15]);
    expect(result!.dims).toEqual([2, 3]);
  });
});

function small(): OnnxGraph {
  const graph = new GraphBuilder();
  const input = graph.input('input', ['batch', 3]);
  const scaled = graph.node('Mul', [input, graph.scalar(2.5)], { shape: input.shape });
  graph.output('result', scaled);
  return graph.finish('small');
}

function graphOf({ attribute = { int: 0 } as Attribute, domain = '' }): OnnxGraph {
  const graph = new GraphBuilder();
  graph.node('Node', [], { shape: [1], domain, attributes: { attribute } });
  return graph.finish('one node');
}

/** The values of a message by field: numbers, or the bytes of strings and nested messages. */
type Message = ReadonlyMap<number, readonly (number | Buffer)[]>;

/** Reads the fields of a message: varints below 2 ** 53, 32-bit floats and bytes. */
function read(bytes: Uint8Array): Message {
  const message = new Map<number, (number | Buffer)[]>();
  const buffer = Buffer.from(bytes);
  let at = 0;
  while (at < buffer.length) {
    const tag = varint();
    const values = message.get(tag >> 3) ?? [];
    message.set(tag >> 3, values);
    if ((tag & 7) === 0) values.push(varint());
    else if ((tag & 7) === 5) values.push(buffer.readFloatLE((at += 4) - 4));
    else {
      const length = varint();
      values.push(buffer.subarray(at, (at += length)));
    }
  }
  return message;

  function varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = buffer[at++]!; // a varint ends before its message
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
}

function graphIn(graph: OnnxGraph): Message {
  return messages(read(encodeOnnx(graph)), 7)[0]!; // a model has a graph
}

function messages(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).map((value) => read(value as Buffer));
}

function texts(message: Message, field: number): string[] {
  return (message.get(field) ?? []).map(String);
}

function numbers(message: Message, field: number): number[] {
  return (message.get(field) ?? []).map(Number);
}

/** Name, element type and shape of an input or output. */
function declarationOf(value: Message): unknown[] {
  const [type] = messages(messages(value, 2)[0]!, 1); // a type has the type of a tensor
  const [shape] = messages(type!, 2);
  const dimensions = messages(shape!, 1).map(
    (dimension) => texts(dimension, 2)[0] ?? numbers(dimension, 1)[0],
  );
  return [texts(value, 1)[0], numbers(type!, 1)[0], dimensions];
}
