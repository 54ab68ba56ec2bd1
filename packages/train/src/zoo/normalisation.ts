import type { Normalisation } from '@sprout/core';

/** The mean and standard deviation of each channel over ImageNet's training images, 0 to 255. Suits most photographs. */
export const PHOTOGRAPHS: Normalisation = {
  mean: [123.675, 116.28, 103.53],
  deviation: [58.395, 57.12, 57.375],
};
