import type { Cell } from '@sprout/core';
import type { Evaluation } from '@sprout/train';

/** The rows of `predictions.csv`, below their header: `label` is the true class, `predicted` the most probable one. */
export function predictionRows({ predictions }: Evaluation, classes: readonly string[]): Cell[][] {
  const rows = predictions.map(({ id, label, predicted, probability, loss }) => [
    id,
    classes[label]!,
    classes[predicted]!,
    probability,
    loss,
  ]);
  return [['path', 'label', 'predicted', 'probability', 'loss'], ...rows];
}
