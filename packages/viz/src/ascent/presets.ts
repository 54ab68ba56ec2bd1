import type { Normalisation } from '@sprout/core';
import type { AscentStyle } from './ascend-options.ts';

export interface BookOptions {
  /** How pixels become inputs of the model, for red, green and blue. */
  readonly units: Normalisation;
  /** The length of a step, in these units: 0.1 by default, as the book takes for filters; 0.01 for classes. */
  readonly rate?: number | undefined;
  /** 500 by default. */
  readonly steps?: number | undefined;
}

/**
 * The loop of the book: uniform noise from 0 to 1 in the units of the model's inputs, the gradient divided by the root of the mean
 * of its squares, plain steps, and `deprocess_image`. Red and blue are not exchanged in the picture, as they are in the book.
 */
export function bookAscent({ units, rate = 0.1, steps = 500 }: BookOptions): AscentStyle {
  return {
    parametrisation: { kind: 'pixels', start: { low: 0, high: 1 }, units },
    optimiser: { kind: 'plain', rate },
    picture: 'deprocess',
    steps,
  };
}

/**
 * lucid's defaults: a Fourier parametrisation with decorrelated colours, Adam, and random moves, sizes and angles before each step.
 *
 * @param options.steps 512 by default.
 */
export function modernAscent({
  steps = 512,
}: { readonly steps?: number | undefined } = {}): AscentStyle {
  return {
    parametrisation: { kind: 'fourier' },
    optimiser: { kind: 'adam', rate: 0.05 },
    transforms: [
      { kind: 'pad' },
      { kind: 'jitter', pixels: 8 },
      { kind: 'scale', factors: Array.from({ length: 11 }, (_, at) => 1 + (at - 5) / 50) },
      {
        kind: 'rotate',
        degrees: [...Array.from({ length: 21 }, (_, at) => at - 10), 0, 0, 0, 0, 0],
      },
      { kind: 'jitter', pixels: 4 },
    ],
    steps,
  };
}
