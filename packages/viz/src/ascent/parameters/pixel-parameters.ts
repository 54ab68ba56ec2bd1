import { type Normalisation, type Rng, shapeMismatch } from '@sprout/core';
import type { ImagesShape } from '../../images/images-shape.ts';
import type { ImageParameters } from './image-parameters.ts';
import { startImages } from './start-images.ts';
import type { PixelParametrisation } from './parametrisation.ts';

/**
 * Pixels, in the units of a parametrisation.
 *
 * @param rngOf The random numbers of one image, by its position in the batch.
 * @throws {SproutError} `shape-mismatch` for an image or for units that do not fit the shape.
 */
export function pixelParameters(
  { start, units }: PixelParametrisation,
  shape: ImagesShape,
  rngOf: (image: number) => Rng,
): ImageParameters {
  const { channels } = shape;
  const { mean, deviation } = checkedUnits(units, channels);
  const toNumber = (pixel: number, at: number): number =>
    (pixel - mean[at % channels]!) / deviation[at % channels]!;
  return {
    start: firstNumbers(start, { shape, toNumber, rngOf }),
    imagesOf: (numbers) =>
      numbers.map((value, at) => value * deviation[at % channels]! + mean[at % channels]!),
    gradientOf: (gradient) => gradient.map((value, at) => value * deviation[at % channels]!),
  };
}

function checkedUnits(units: Normalisation | undefined, channels: number): Normalisation {
  const { mean, deviation } = units ?? {
    mean: Array.from({ length: channels }, () => 0),
    deviation: Array.from({ length: channels }, () => 1),
  };
  for (const numbers of [mean, deviation])
    if (numbers.length !== channels)
      throw shapeMismatch('The units', { expected: [channels], received: [numbers.length] });
  return { mean, deviation };
}

interface FirstNumbersOptions {
  readonly shape: ImagesShape;
  readonly toNumber: (pixel: number, at: number) => number;
  readonly rngOf: (image: number) => Rng;
}

function firstNumbers(
  start: PixelParametrisation['start'],
  { shape, toNumber, rngOf }: FirstNumbersOptions,
): Float32Array {
  if ('image' in start) return startImages(start, shape).map(toNumber);
  const { count, height, width, channels } = shape;
  const size = height * width * channels;
  const numbers = new Float32Array(count * size);
  for (let image = 0; image < count; image++) {
    const rng = rngOf(image);
    for (let at = 0; at < size; at++)
      numbers[image * size + at] = rng.uniform(start.low, start.high);
  }
  return numbers;
}
