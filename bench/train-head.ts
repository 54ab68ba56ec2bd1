import { createHead, optimiserSchema, withWeights } from '@sprout/train';
import { timeTraining } from './time-steps.ts';

const head = createHead(
  [8192],
  [
    { layer: 'dense', units: 256, activation: 'relu' },
    { layer: 'dense', units: 12, activation: 'softmax' },
  ],
);

/** The head of a network on 8,192 features, trained by Adam. */
export const benchmark = timeTraining({
  title: 'train-head, 8,192 to 256 to 12',
  definition: withWeights(head, { seed: 0 }),
  optimiser: optimiserSchema.parse({ name: 'adam' }),
  peer: 'train_head.py',
  steps: 30,
});
