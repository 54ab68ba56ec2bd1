import { expect, test } from 'vitest';
import { assignWeights, type AssignWeightsOptions } from './assign-weights.ts';

const tensor = (name: string, ...shape: number[]) => ({
  name,
  shape,
  data: new Float32Array(shape.reduce((product, size) => product * size, 1)),
});
const expected = [
  { name: 'input', weights: [] },
  {
    name: 'a',
    weights: [
      { name: 'a/kernel', shape: [2, 3] },
      { name: 'a/bias', shape: [3] },
    ],
  },
  { name: 'b', weights: [{ name: 'b/kernel', shape: [4] }] },
];
const content = {
  tensors: [tensor('x.w', 2, 3), tensor('x.b', 3), tensor('y.w', 4)],
  layers: [
    { name: 'x', weights: ['x.w', 'x.b'] },
    { name: 'flatten', weights: [] },
    { name: 'y', weights: ['y.w'] },
  ],
  layersAreInOrder: true,
};
const LAYERS: Record<string, string> = { a: 'x', b: 'y' };
const NAMES: Record<string, string> = { 'a/kernel': 'x.w', 'a/bias': 'x.b', 'b/kernel': 'y.w' };
const file = 'f.h5';

test.each([
  [{ file, by: 'order' }],
  [{ file, by: 'layer', map: (name: string) => LAYERS[name] ?? name }],
  [{ file, by: 'name', map: (name: string) => NAMES[name] ?? name }],
] satisfies [AssignWeightsOptions][])('weights get the names of the model: %j', (options) => {
  const assigned = assignWeights(content, expected, options);
  expect(assigned.map(({ name }) => name)).toEqual(['a/kernel', 'a/bias', 'b/kernel']);
  expect(assigned.map(({ data }) => data)).toEqual(content.tensors.map(({ data }) => data));
});

test('all weights that do not match are named, with both shapes', () => {
  const given = { ...content, tensors: [tensor('x.w', 3, 2), tensor('x.b', 3), tensor('y.w', 5)] };
  expect(() => assignWeights(given, expected, { file, by: 'order' })).toThrow(
    'f.h5 is damaged or of another format: 2 weights do not match the model: ' +
      'a/kernel must have the shape [2, 3], the file has x.w [3, 2]; ' +
      'b/kernel must have the shape [4], the file has y.w [5]',
  );
});

test('weights that are missing or belong to no layer are named; the latter may be ignored', () => {
  const tensors = [tensor('a/kernel', 2, 3), tensor('a/bias', 3), tensor('c', 1)];
  const short = expected.slice(0, 2);
  const given = { tensors, layersAreInOrder: false };
  expect(() => assignWeights(given, expected, { file, by: 'name' })).toThrow(
    '2 weights do not match the model: b/kernel [4] is missing; c [1] does not belong to the model',
  );
  expect(assignWeights(given, short, { file, by: 'name', others: 'ignore' })).toEqual(
    tensors.slice(0, 2),
  );
});

test('the first ten mismatches are named, and the others counted', () => {
  const tensors = Array.from({ length: 12 }, (_, index) => tensor(`t${index}`, 1));
  const act = () => assignWeights({ tensors, layersAreInOrder: false }, [], { file, by: 'name' });
  expect(act).toThrow(/^f.h5 .*12 weights do not match.*t9 \[1\][^;]*; and 2 more$/);
});

test('by order, another number of layers with weights names the first one without a partner', () => {
  const fewer = { ...content, layers: content.layers.slice(0, 2) };
  expect(() => assignWeights(fewer, expected, { file, by: 'order' })).toThrow(
    'it has 1 layers with weights, the model has 2; the first without a partner is b of the model',
  );
});

test('a file without layers cannot be assigned by layers', () => {
  const { tensors } = content;
  const act = () =>
    assignWeights({ tensors, layersAreInOrder: false }, expected, { file, by: 'layer' });
  expect(act).toThrow('it does not list layers, only weights');
});
