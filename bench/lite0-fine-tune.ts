import { addHead, createBase, optimiserSchema, withWeights } from '@sprout/train';
import { timeTraining } from './time-steps.ts';

const base = createBase('efficientnet-lite0', { height: 224, width: 224, pooling: 'avg' });
const model = addHead(base, [{ layer: 'dense', units: 12, activation: 'softmax' }]);

/** All layers of EfficientNet-Lite0 with a head of 12 classes, trained by Adam on images of 224 x 224. */
export const benchmark = timeTraining({
  title: 'lite0-fine-tune, 224 x 224',
  definition: withWeights(model, { seed: 0 }),
  optimiser: optimiserSchema.parse({ name: 'adam' }),
  peer: 'lite0_fine_tune.py',
  steps: 3,
  count: 16,
});
