import { layers, sequential } from '@tensorflow/tfjs-layers';
import { z } from 'zod';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { defineModel } from './model-entry.ts';
import { PHOTOGRAPHS } from './normalisation.ts';

/** Multinomial logistic regression on the pixels: the baseline that every other model should beat. */
export const logistic = defineModel({
  name: 'logistic',
  summary: 'logistic regression on the pixels; the baseline',
  parameters: z.strictObject({}),
  build: ({ height, width, channels, classes, activation = 'softmax' }) =>
    sequential({
      name: 'logistic',
      layers: [
        layers.flatten({ name: 'flatten', inputShape: [height, width, channels] }),
        layers.dense({
          name: 'classes',
          units: classes,
          activation,
          kernelInitializer: 'zeros',
        }),
      ],
    }),
  normalisation: PHOTOGRAPHS,
  recipe: [{ op: 'resize', height: 150, width: 150 }],
  augmentation: [],
  training: {
    // Keras' default learning rate of 0.01 diverges on 67,500 inputs: the changes of so many weights add up
    epochs: 20,
    optimiser: optimiserSchema.parse({ name: 'sgd', learningRate: 0.0001, momentum: 0.9 }),
    schedule: scheduleSchema.parse({ name: 'cosine' }),
    labelSmoothing: 0,
  },
});
