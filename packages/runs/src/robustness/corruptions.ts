import type { OpSpec } from '@sprout/core';

/**
 * A corruption of prepared images.
 *
 * @param side The shorter side of the images, in pixels.
 * @returns The op for each severity from 1, the weakest, to 5.
 */
export type Corruption = (side: number) => readonly OpSpec[];

/** The size of the images of ImageNet-C, to which its lengths in pixels apply. */
const SIDE = 224;
/** ImageNet-C states elastic displacements as shares of this size. */
const ELASTIC_SIDE = 244;

const fixed = (value: number): [number, number] => [value, value];

/**
 * The corruptions of ImageNet-C (Hendrycks & Dietterich 2019, arXiv:1903.12261) for which this program has an op. The numbers are those
 * of its script `make_imagenet_c.py` where the op has the same parameter. Lengths in pixels are scaled to the size of the images.
 * `docs/guide/robustness.md` lists the differences.
 */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'gaussian-noise': () =>
    [0.08, 0.12, 0.18, 0.26, 0.38].map((deviation) => ({
      op: 'gaussian-noise',
      deviation: fixed(deviation * 255),
    })),
  'shot-noise': () =>
    [60, 25, 12, 5, 3].map((photons) => ({ op: 'poisson-noise', scale: fixed(1 / photons) })),
  'impulse-noise': () =>
    [0.03, 0.06, 0.09, 0.17, 0.27].map((share) => ({
      op: 'salt-and-pepper',
      share: fixed(share),
      salt: fixed(0.5),
    })),
  'defocus-blur': (side) =>
    (
      [
        [3, 0.1],
        [4, 0.5],
        [6, 0.5],
        [8, 0.5],
        [10, 0.5],
      ] as const
    ).map(([radius, softness]) => ({
      op: 'defocus-blur',
      radius: fixed(Math.max(1, Math.round(scaled(radius, side)))),
      softness: fixed(Math.max(0.1, scaled(softness, side))),
    })),
  'motion-blur': (side) =>
    [3, 5, 8, 12, 15].map((deviation) => ({
      op: 'motion-blur',
      size: fixed(oddSize(scaled(2 * deviation, side))),
      degrees: [-45, 45],
      direction: fixed(0),
      shift: fixed(0),
    })),
  fog: () =>
    [0.2, 0.4, 0.6, 0.8, 1].map((intensity) => ({ op: 'fog', intensity: fixed(intensity) })),
  brightness: () =>
    [0.1, 0.2, 0.3, 0.4, 0.5].map((added) => ({
      op: 'hue-saturation-value',
      hue: fixed(0),
      saturation: fixed(0),
      value: fixed(added * 255),
    })),
  contrast: () =>
    [0.4, 0.3, 0.2, 0.1, 0.05].map((factor) => ({
      op: 'colour-jitter',
      brightness: fixed(1),
      contrast: fixed(factor),
      saturation: fixed(1),
      hue: fixed(0),
    })),
  elastic: () =>
    (
      [
        [2, 0.7],
        [2, 0.08],
        [0.05, 0.01],
        [0.07, 0.01],
        [0.12, 0.01],
      ] as const
    ).map(([alpha, smoothness]) => ({
      op: 'elastic',
      distance: fixed((alpha * NOISE) / smoothness / ELASTIC_SIDE),
      smoothness: fixed(smoothness),
    })),
  pixelate: () =>
    [0.6, 0.5, 0.4, 0.3, 0.25].map((scale) => ({
      op: 'downscale',
      scale: fixed(scale),
      down: 'pil-box',
      up: 'pil-box',
    })),
  jpeg: () =>
    [25, 18, 15, 10, 7].map((quality) => ({ op: 'jpeg-compression', quality: fixed(quality) })),
};

/** The deviation of uniform noise from -1 to 1 after a Gaussian filter with a deviation of 1 pixel. */
const NOISE = 1 / Math.sqrt(3) / (2 * Math.sqrt(Math.PI));

function scaled(pixels: number, side: number): number {
  return (pixels * side) / SIDE;
}

/** The nearest odd number of pixels, at least 3. */
function oddSize(pixels: number): number {
  return Math.max(3, 2 * Math.round((pixels - 1) / 2) + 1);
}
