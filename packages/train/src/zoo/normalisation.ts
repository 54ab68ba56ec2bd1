import type { Normalisation } from '@sprout/core';
import { INPUT_FUNCTIONS } from './input/input-functions.ts';

/** The mean and standard deviation of each channel over ImageNet's training images, 0 to 255. Suits most photographs. */
export const PHOTOGRAPHS: Normalisation = INPUT_FUNCTIONS.torch.normalisation;
