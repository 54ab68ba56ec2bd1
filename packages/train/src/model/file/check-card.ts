import { SproutError } from '@sprout/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { ModelCard } from './model-card.ts';

/** @throws {SproutError} `shape-mismatch` unless the card has a class for each output of the model. */
export function checkCard({ classes }: ModelCard, model: LayersModel): void {
  const outputs = model.outputs[0]?.shape.at(-1);
  if (outputs === classes.length) return;
  throw new SproutError('shape-mismatch', {
    what: 'The list of classes',
    expected: `of the model's ${outputs} outputs`,
    received: `${classes.length} classes`,
  });
}
