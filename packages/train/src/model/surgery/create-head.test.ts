import { expect, test } from 'vitest';
import { expectedWeights } from './model-outline.ts';
import { createHead } from './create-head.ts';

test('makes a model that takes features', () => {
  const head = createHead([7, 7, 512], [{ layer: 'average' }, { layer: 'dense', units: 12 }]);
  expect(head.input).toEqual({ kind: 'features', shape: [7, 7, 512] });
  expect(expectedWeights(head).map(({ name, shape }) => [name, shape])).toEqual([
    ['dense2/kernel', [512, 12]],
    ['dense2/bias', [12]],
  ]);
});

test('refuses a layer that does not fit the features, naming it', () => {
  const pooled = () => createHead([1280], [{ layer: 'average', name: 'pool' }]);
  expect(pooled).toThrow('pool');
});

test.each([[[]], [[7, 7]], [[0]], [[1.5]]])('refuses features of the shape %j', (shape) => {
  expect(() => createHead(shape, [{ layer: 'flatten' }])).toThrow(
    '[channels] or [height, width, channels]',
  );
});
