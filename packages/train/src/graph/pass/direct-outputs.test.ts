import { expect, it } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { view } from '../kernel-nodes/view.ts';
import { directOutputs } from './direct-outputs.ts';

function described(graph: GraphBuilder): string[] {
  return directOutputs(graph.finish('test')).nodes.map(
    ({ type, inputs, outputs }) => `${type} ${inputs.join(' ')} -> ${outputs[0]!.name}`,
  );
}

it('an operator writes its output, and other nodes read it there', () => {
  const graph = new GraphBuilder();
  const negative = graph.node('Neg', [graph.input('input', [2])], { shape: [2] });
  graph.output('negative', negative);
  graph.output('exponential', graph.node('Exp', [negative], { shape: [2] }));
  expect(described(graph)).toEqual(['Neg input -> negative', 'Exp negative -> exponential']);
});

it('a value that is two outputs is copied once', () => {
  const graph = new GraphBuilder();
  const negative = graph.node('Neg', [graph.input('input', [2])], { shape: [2] });
  graph.output('first', negative);
  graph.output('second', negative);
  expect(described(graph)).toEqual(['Neg input -> first', 'Identity first -> second']);
});

it('inputs, constants and results of kernels are copied', () => {
  const graph = new GraphBuilder({ kernels: true });
  const input = graph.input('input', [2]);
  graph.output('same', input);
  graph.output('one', graph.scalar(1));
  graph.output('seen', view(graph, input, { shape: [2, 1] }));
  expect(described(graph)).toEqual([
    'Identity input -> same',
    'Identity scalar:1 -> one',
    'View input -> View:0:0',
    'Identity View:0:0 -> seen',
  ]);
});

it('a copy that is no output stays', () => {
  const graph = new GraphBuilder();
  const negative = graph.node('Neg', [graph.input('input', [2])], { shape: [2] });
  const copy = graph.node('Identity', [negative], { shape: [2] });
  graph.output('result', graph.node('Exp', [copy], { shape: [2] }));
  expect(described(graph)).toEqual([
    'Neg input -> Neg:0:0',
    'Identity Neg:0:0 -> Identity:1:0',
    'Exp Identity:1:0 -> result',
  ]);
});
