import { optimiserSchema } from '@sprout/train';
import { timeTraining } from './time-steps.ts';

const FEATURES = 150 * 150 * 3;
const CLASSES = 12;

/** Logistic regression on all pixels, trained by gradient descent. */
export const benchmark = timeTraining({
  title: 'train-logistic, 67,500 to 12',
  definition: {
    topology: {
      class_name: 'Sequential',
      config: {
        name: 'logistic',
        layers: [
          { class_name: 'Flatten', config: { name: 'pixels' } },
          {
            class_name: 'Dense',
            config: { name: 'classes', units: CLASSES, activation: 'softmax' },
          },
        ],
      },
    },
    weights: [
      {
        name: 'classes/kernel',
        shape: [FEATURES, CLASSES],
        data: new Float32Array(FEATURES * CLASSES),
      },
      { name: 'classes/bias', shape: [CLASSES], data: new Float32Array(CLASSES) },
    ],
    input: {
      height: 150,
      width: 150,
      channels: 3,
      normalisation: { mean: [0, 0, 0], deviation: [255, 255, 255] },
    },
  },
  optimiser: optimiserSchema.parse({ name: 'sgd' }),
  peer: 'train_logistic.py',
  steps: 30,
});
