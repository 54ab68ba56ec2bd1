import type { Normalisation } from '@sprout/core';

/** The channels' mean and standard deviation over ImageNet's training images, in the range 0 to 255: near enough for any photographs. */
export const PHOTOGRAPHS: Normalisation = {
  mean: [123.675, 116.28, 103.53],
  deviation: [58.395, 57.12, 57.375],
};
