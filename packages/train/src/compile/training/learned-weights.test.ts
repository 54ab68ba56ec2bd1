import { expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { weightLayout } from '../parts/weight-layout.ts';
import { learnedWeights } from './learned-weights.ts';

test('are those of trainable layers, without running statistics', () => {
  const layers = chained([
    { name: 'frozen', kind: 'Conv2D', trainable: false },
    { name: 'norm', kind: 'BatchNormalization' },
    { name: 'classes', kind: 'Dense' },
  ]);
  const names = [
    'frozen/kernel',
    'norm/gamma',
    'norm/moving_mean',
    'norm/moving_variance',
    'classes/bias',
  ];
  const weights = names.map((name) =>
    weightLayout({ name, shape: [2], data: new Float32Array(2) }),
  );
  expect([...learnedWeights(layers, weights)]).toEqual(['norm/gamma', 'classes/bias']);
});
