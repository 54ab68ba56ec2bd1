import { input, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { z } from 'zod';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';
import { scheduleSchema } from '../optimiser/schedule.ts';
import { classifierHead } from './blocks/classifier-head.ts';
import { convolutionBlock } from './blocks/convolution-block.ts';
import { defineModel } from './model-entry.ts';
import { PHOTOGRAPHS } from './normalisation.ts';

/** Four convolutions with batch norm, each followed by max pooling; global average; dense. */
export const smallCnn = defineModel({
  name: 'small-cnn',
  summary: 'a small convolutional network, trained from scratch',
  parameters: z.strictObject({
    filters: z.array(z.number().int().positive()).min(1).max(6).default([32, 64, 128, 128]),
    dropout: z.number().min(0).lt(1).default(0),
  }),
  build: ({ height, width, channels, classes }, { filters, dropout }) => {
    const images = input({ name: 'images', shape: [height, width, channels] });
    const features = filters.reduce((below, count, index) => {
      const name = `block${index + 1}`;
      const block = convolutionBlock(below, { name, filters: count });
      const pool = layers.maxPooling2d({ name: `${name}_pool`, poolSize: 2, padding: 'same' });
      return pool.apply(block) as SymbolicTensor; // symbolic in, symbolic out
    }, images);
    return model({
      name: 'small-cnn',
      inputs: images,
      outputs: classifierHead(features, { classes, dropout }),
    });
  },
  normalisation: PHOTOGRAPHS,
  recipe: [{ op: 'resize', height: 150, width: 150 }],
  augmentation: [
    { op: 'flip-horizontal', probability: 0.5 },
    { op: 'rotate', degrees: [-15, 15] },
  ],
  training: {
    epochs: 30,
    batchSize: 32,
    optimiser: optimiserSchema.parse({ name: 'adam' }),
    schedule: scheduleSchema.parse({ name: 'cosine', warmUpEpochs: 1 }),
    labelSmoothing: 0,
  },
});
