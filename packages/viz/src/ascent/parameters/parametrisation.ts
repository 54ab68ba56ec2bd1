import type { Normalisation } from '@sprout/core';

/** Uniform noise from `low` to `high`, in the units of the numbers. */
export interface UniformStart {
  readonly low: number;
  readonly high: number;
}

/** An image to start from, `[height, width, channels]`, or one for each image, `[count, height, width, channels]`: RGB, 0 to 255. */
export interface ImageStart {
  readonly image: Uint8Array | Float32Array;
}

/** The numbers are pixels. */
export interface PixelParametrisation {
  readonly kind: 'pixels';
  readonly start: UniformStart | ImageStart;
  /**
   * The units of the numbers: `(pixel - mean) / deviation`, for red, green and blue. Those of the inputs of the model make a step as
   * long as in Keras. Pixels by default.
   */
  readonly units?: Normalisation | undefined;
}

/**
 * The numbers are the real and imaginary parts of the spectrum of the image, divided by their frequency, as in lucid. A sigmoid
 * keeps the pixels between 0 and 255.
 */
export interface FourierParametrisation {
  readonly kind: 'fourier';
  /** Normal noise by default. Pixels of an image below 1 or above 254 are cut to this range: the sigmoid does not reach 0 and 255. */
  readonly start?: ImageStart | undefined;
  /** The standard deviation of the noise, 0.01 by default. */
  readonly deviation?: number | undefined;
  /** The power of the frequency by which the spectrum is divided, 1 by default. */
  readonly decay?: number | undefined;
  /** Whether the three channels are those in which the colours of photographs are not correlated; `true` by default. */
  readonly decorrelated?: boolean | undefined;
}

/** What the numbers that ascent changes mean. */
export type Parametrisation = PixelParametrisation | FourierParametrisation;
