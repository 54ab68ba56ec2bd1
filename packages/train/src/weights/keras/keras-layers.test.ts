import { expect, test } from 'vitest';
import { weightsFixture } from '../../../fixtures/weights.ts';
import { assignWeights } from '../assign/assign-weights.ts';
import { readWeights } from '../read/read-weights.ts';

const read = (file: string) => readWeights(weightsFixture(file), file);
const EXPECTED = [
  { name: 'in', weights: [] },
  {
    name: 'c1',
    weights: [
      { name: 'c1/kernel', shape: [2, 2, 2, 3] },
      { name: 'c1/bias', shape: [3] },
    ],
  },
  {
    name: 'n',
    weights: ['gamma', 'beta', 'mean', 'variance'].map((name) => ({
      name: `n/${name}`,
      shape: [3],
    })),
  },
  { name: 'c2', weights: [{ name: 'c2/kernel', shape: [1, 1, 3, 2] }] },
  {
    name: 'd',
    weights: [
      { name: 'd/kernel', shape: [2, 2] },
      { name: 'd/bias', shape: [2] },
    ],
  },
];

test.each(['keras-2-weights.h5', 'keras-2-model.h5', 'keras-3.keras'])(
  'the weights of %s are assigned by the order of the layers of the model',
  async (file) => {
    const weights = assignWeights(await read(file), EXPECTED, { file, by: 'order' });
    expect(weights.map(({ name }) => name)).toEqual(
      EXPECTED.flatMap((layer) => layer.weights.map(({ name }) => name)),
    );
    // the fixture counts in the order of the weights
    const [kernel, bias, gamma] = weights;
    expect([kernel?.data[0], bias?.data[0], gamma?.data[0]]).toEqual([-4, -1, -0.625]);
  },
);

test('a .weights.h5 of Keras 3 names its layers, but has them in no order', async () => {
  const file = 'keras-3.weights.h5';
  const content = await read(file);
  expect(content.layers?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['zebra', 'ant', 'norm', 'dense']),
  );
  expect(() => assignWeights(content, EXPECTED, { file, by: 'order' })).toThrow(
    'its layers are sorted by name, so that they cannot be assigned by their order',
  );
  const names: Record<string, string> = { c1: 'zebra', n: 'norm', c2: 'ant', d: 'dense' };
  const map = (name: string) => names[name] ?? name;
  const weights = assignWeights(content, EXPECTED, { file, by: 'layer', map });
  expect(weights[0]).toMatchObject({ name: 'c1/kernel', shape: [2, 2, 2, 3] });
});

test.each(['keras-2-model.h5', 'keras-3.keras'])(
  '%s has the configuration of the model',
  async (file) => {
    const { model, metadata } = await read(file);
    expect(model).toMatchObject({ class_name: 'Functional', config: { name: 'small' } });
    expect(metadata.get('keras_version')).toMatch(/^[23]\./);
  },
);
