import type { Rng } from '@sprout/core';
import { halfWidth, imageOfSpectrum, spectrumGradient, spectrumOf } from '../fourier/spectrum.ts';
import { correlateColours, correlateColoursGradient, decorrelateColours } from './colours.ts';
import type { ImagesShape } from '../../images/images-shape.ts';
import type { ImageParameters } from './image-parameters.ts';
import type { FourierParametrisation } from './parametrisation.ts';
import { startImages } from './start-images.ts';

/** lucid divides its images by this number. */
const DIVISOR = 4;

/**
 * Spectra, whose images are made as in lucid: divided by their frequency, transformed, mixed into colours, and put between 0 and 255
 * by a sigmoid.
 *
 * @param rngOf The random numbers of one image, by its position in the batch.
 * @throws {SproutError} `shape-mismatch` for images to start from that do not fit the shape.
 */
export function fourierParameters(
  { start, deviation = 0.01, decay = 1, decorrelated = true }: FourierParametrisation,
  shape: ImagesShape,
  rngOf: (image: number) => Rng,
): ImageParameters {
  const { count, channels } = shape;
  const scales = frequencyScales(shape, decay);
  const isMixed = decorrelated && channels === 3;
  const length = 2 * channels * scales.length;
  const noise = (): Float32Array => {
    const numbers = new Float32Array(count * length);
    for (let image = 0; image < count; image++) {
      const rng = rngOf(image);
      for (let at = 0; at < length; at++) numbers[image * length + at] = rng.normal(0, deviation);
    }
    return numbers;
  };
  const spectraOf = (images: Float32Array): Float32Array => {
    const values = images.map(beforeSigmoid);
    if (isMixed) decorrelateColours(values);
    const inverse = scales.map((scale) => 1 / scale);
    return toSpectra(values, { shape, scales: inverse, transform: spectrumOf });
  };
  return {
    start: start === undefined ? noise() : spectraOf(startImages(start, shape)),
    imagesOf: (numbers) => {
      const images = toImages(numbers, shape, scales);
      if (isMixed) correlateColours(images);
      return images.map((value) => 255 / (1 + Math.exp(-value)));
    },
    gradientOf: (gradient, images) => {
      const slope = gradient.map((value, at) => value * images[at]! * (1 - images[at]! / 255));
      if (isMixed) correlateColoursGradient(slope);
      return toSpectra(slope, { shape, scales, transform: spectrumGradient });
    },
  };
}

/** The factor of each frequency, `[height, halfWidth(width)]`: large for slow changes of the image. */
function frequencyScales({ height, width }: ImagesShape, decay: number): Float64Array {
  const half = halfWidth(width);
  const least = 1 / Math.max(height, width);
  return Float64Array.from({ length: height * half }, (_, at) => {
    const row = Math.floor(at / half);
    const vertical = Math.min(row, height - row) / height;
    const frequency = Math.hypot(vertical, (at % half) / width);
    return Math.sqrt(height * width) / Math.max(frequency, least) ** decay / DIVISOR;
  });
}

function toImages(numbers: Float32Array, shape: ImagesShape, scales: Float64Array): Float32Array {
  const { count, height, width, channels } = shape;
  const images = new Float32Array(count * height * width * channels);
  for (let plane = 0; plane < count * channels; plane++) {
    const from = plane * 2 * scales.length;
    const real = scales.map((scale, at) => scale * numbers[from + at]!);
    const imaginary = scales.map((scale, at) => scale * numbers[from + scales.length + at]!);
    const to = planeStart(plane, shape);
    imageOfSpectrum({ real, imaginary }, shape).forEach((value, at) => {
      images[to + at * channels] = value;
    });
  }
  return images;
}

/** The value whose sigmoid is a pixel. */
function beforeSigmoid(pixel: number): number {
  const inside = Math.min(Math.max(pixel, 1), 254);
  return -Math.log(255 / inside - 1);
}

interface ToSpectraOptions {
  readonly shape: ImagesShape;
  /** A factor for each frequency. */
  readonly scales: Float64Array;
  readonly transform: typeof spectrumOf;
}

function toSpectra(
  images: Float32Array,
  { shape, scales, transform }: ToSpectraOptions,
): Float32Array {
  const { count, height, width, channels } = shape;
  const numbers = new Float32Array(count * channels * 2 * scales.length);
  for (let plane = 0; plane < count * channels; plane++) {
    const from = planeStart(plane, shape);
    const image = Float64Array.from(
      { length: height * width },
      (_, at) => images[from + at * channels]!,
    );
    const { real, imaginary } = transform(image, shape);
    const to = plane * 2 * scales.length;
    scales.forEach((scale, at) => {
      numbers[to + at] = scale * real[at]!;
      numbers[to + scales.length + at] = scale * imaginary[at]!;
    });
  }
  return numbers;
}

/** The position of the first number of a channel of an image in `[count, height, width, channels]`. */
function planeStart(plane: number, { height, width, channels }: ImagesShape): number {
  return Math.floor(plane / channels) * height * width * channels + (plane % channels);
}
