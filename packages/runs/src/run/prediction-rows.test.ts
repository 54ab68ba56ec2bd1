import { expect, test } from 'vitest';
import { predictionRows } from './prediction-rows.ts';

test('each row has the true class and the predicted one by name', () => {
  const one = {
    id: 'elm/1.png',
    label: 0,
    predicted: 1,
    probability: 0.75,
    loss: 1.5,
    probabilities: new Float32Array(2),
  };
  const evaluation = { samples: 1, accuracy: 0, loss: 1.5, predictions: [one] };
  expect(predictionRows(evaluation, ['elm', 'oak'])).toEqual([
    ['path', 'label', 'predicted', 'probability', 'loss'],
    ['elm/1.png', 'elm', 'oak', 0.75, 1.5],
  ]);
});
