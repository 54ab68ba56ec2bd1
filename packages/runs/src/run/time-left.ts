import type { EpochMetrics } from '@sprout/core';

export interface TimeLeftOptions {
  /** The number of epochs of the run. */
  readonly epochs: number;
  /** The number of training images, and of validation images. */
  readonly images: number;
  readonly validation: number;
}

interface Step {
  /** Counted from 1. */
  readonly epoch: number;
  /** The number of images trained on in this epoch. */
  readonly done: number;
  readonly imagesPerSecond: number;
}

/** Estimates the time until the last epoch of a run ends, in seconds, if the training does not stop early. */
export interface TimeLeft {
  readonly afterStep: (step: Step) => number;
  readonly afterEpoch: (metrics: EpochMetrics) => number;
}

/** The time to validate an image, as a share of the time to train on it: there is no backward pass. */
const VALIDATION_SHARE = 1 / 3;

/** Estimates from the present speed. The time of a validation is that of the last epoch of this process, once there is one. */
export function timeLeft({ epochs, images, validation }: TimeLeftOptions): TimeLeft {
  let validating: number | undefined;
  const epochSeconds = (imagesPerSecond: number): number =>
    images / imagesPerSecond + validationSeconds(imagesPerSecond);
  const validationSeconds = (imagesPerSecond: number): number =>
    validating ?? (validation * VALIDATION_SHARE) / imagesPerSecond;
  return {
    afterStep: ({ epoch, done, imagesPerSecond }) =>
      (images - done) / imagesPerSecond +
      validationSeconds(imagesPerSecond) +
      (epochs - epoch) * epochSeconds(imagesPerSecond),
    afterEpoch: ({ epoch, imagesPerSecond, seconds }) => {
      validating = Math.max(0, seconds - images / imagesPerSecond);
      return (epochs - epoch) * epochSeconds(imagesPerSecond);
    },
  };
}
