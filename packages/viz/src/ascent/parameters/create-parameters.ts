import { type Address, rngAt } from '@sprout/core';
import { fourierParameters } from './fourier-parameters.ts';
import type { ImagesShape } from '../../images/images-shape.ts';
import type { ImageParameters } from './image-parameters.ts';
import type { Parametrisation } from './parametrisation.ts';
import { pixelParameters } from './pixel-parameters.ts';

/** Seeds the start of the images. */
export interface StartOptions {
  readonly seed: number;
  readonly address: Address;
}

/** The parameters of a parametrisation. The start depends only on the seed, the address and the position of each image. */
export function createParameters(
  parametrisation: Parametrisation,
  shape: ImagesShape,
  { seed, address }: StartOptions,
): ImageParameters {
  const rngOf = (image: number) => rngAt(seed, ['ascent', ...address, 'start', image]);
  return parametrisation.kind === 'pixels'
    ? pixelParameters(parametrisation, shape, rngOf)
    : fourierParameters(parametrisation, shape, rngOf);
}
