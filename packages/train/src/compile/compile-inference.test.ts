import { expect, test } from 'vitest';
import { readTopology } from '../model/layers/read-topology.ts';
import { smallNet } from '../../test/small-net.ts';
import { compileInference } from './compile-inference.ts';
import { toInner, weightLayout } from './parts/weight-layout.ts';

const { topology, weights, input } = smallNet();
const layers = readTopology(topology);
const layouts = weights.map(weightLayout);

function compiled(outputs?: readonly string[]) {
  const asked: string[] = [];
  const numbers = (name: string): Float32Array => {
    asked.push(name);
    const index = layouts.findIndex((layout) => layout.name === name);
    return toInner(weights[index]!.data, layouts[index]!);
  };
  const graph = compileInference(layers, {
    input,
    weights: layouts,
    numbers,
    ...(outputs && { outputs }),
  });
  return { ...graph, asked };
}

test('computes the last layer unless others are asked for', () => {
  expect(compiled().outputs).toEqual(new Map([['classes', { name: 'output', shape: [3] }]]));
});

test('names the outputs in the order asked for, with their shapes for one image', () => {
  const { outputs } = compiled(['max', 'images', 'max']);
  expect([...outputs]).toEqual([
    ['max', { name: 'output', shape: [4, 4, 5] }],
    ['images', { name: 'output2', shape: [8, 9, 3] }],
  ]);
});

test('takes no weights of layers that it does not need', () => {
  expect(new Set(compiled(['conv']).asked)).toEqual(new Set(['conv/kernel', 'conv/bias']));
  expect(compiled().asked).toHaveLength(weights.length);
});
