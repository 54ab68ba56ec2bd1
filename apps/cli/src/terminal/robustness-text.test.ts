import { expect, test } from 'vitest';
import { robustnessText } from './robustness-text.ts';

test('a line with the means, then a table', () => {
  const fog = { name: 'fog', mean: 0.5, accuracies: [0.75, 0.25], ops: [] };
  const record = { folder: 'x', samples: 4, seed: 0, accuracy: 1, mean: 0.5, corruptions: [fog] };
  expect(robustnessText(record).split('\n')).toEqual([
    'accuracy 100.0 % without a corruption, 50.0 % on average over all corruptions',
    '',
    'corruption  mean         1       2',
    'fog         50.0 %  75.0 %  25.0 %',
  ]);
});
