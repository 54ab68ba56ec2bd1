import { input, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { z } from 'zod';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { classifierHead } from './blocks/classifier-head.ts';
import { convolutionBlock } from './blocks/convolution-block.ts';
import { defineModel } from './model-entry.ts';
import { PHOTOGRAPHS } from './normalisation.ts';

/**
 * A coarse first convolution, then stages with more and more channels on smaller and smaller images. From the second stage on,
 * each has a second convolution whose result is added (a residual). It is fast because most of the work is on small images.
 */
export const smallCnn = defineModel({
  name: 'small-cnn',
  summary: 'a small convolutional network with residual stages, trained from scratch',
  parameters: z.strictObject({
    filters: z
      .array(z.int().positive())
      .min(2)
      .max(6)
      .default([32, 64, 128, 256])
      .describe('The channels of the stem and of each stage: two to six numbers.'),
    dropout: z
      .number()
      .min(0)
      .lt(1)
      .default(0)
      .describe('The share of features that are set to 0 before the classes, in training.'),
  }),
  build: ({ height, width, channels, classes, activation = 'softmax' }, { filters, dropout }) => {
    const images = input({ name: 'images', shape: [height, width, channels] });
    const [stemFilters, ...stages] = filters as [number, ...number[]]; // two at least
    const features = stages.reduce(
      (below, count, index) =>
        stage(below, { name: `stage${index + 1}`, filters: count, residual: index > 0 }),
      convolutionBlock(images, { name: 'stem', filters: stemFilters, kernelSize: 5, stride: 2 }),
    );
    return model({
      name: 'small-cnn',
      inputs: images,
      outputs: classifierHead(features, { classes, dropout, activation }),
    });
  },
  normalisation: PHOTOGRAPHS,
  recipe: [{ op: 'resize', height: 150, width: 150 }],
  // docs/decisions/0005 lists what was tried for these defaults
  augmentation: [
    { op: 'flip-horizontal', probability: 0.5 },
    { op: 'flip-vertical', probability: 0.5 },
    { op: 'rotate', degrees: [-180, 180] },
  ],
  training: {
    epochs: 30,
    optimiser: optimiserSchema.parse({ name: 'adamw', learningRate: 0.005, weightDecay: 0.05 }),
    schedule: scheduleSchema.parse({ name: 'cosine', warmUpEpochs: 3 }),
    labelSmoothing: 0.1,
  },
});

interface StageOptions {
  readonly name: string;
  readonly filters: number;
  readonly residual: boolean;
}

/** Pooling to half the size, a convolution to more channels and, in residual stages, a second one that is added to it. */
function stage(images: SymbolicTensor, { name, filters, residual }: StageOptions): SymbolicTensor {
  const pooled = layers
    .maxPooling2d({ name: `${name}_pool`, poolSize: residual ? 2 : 3, strides: 2, padding: 'same' })
    .apply(images) as SymbolicTensor; // symbolic in, symbolic out
  const first = convolutionBlock(pooled, { name: `${name}_1`, filters });
  if (!residual) return first;
  const second = convolutionBlock(first, { name: `${name}_2`, filters });
  return layers.add({ name: `${name}_add` }).apply([first, second]) as SymbolicTensor; // as above
}
