import type { AscentOptimiser, AscentStepper } from './optimiser.ts';

/** Keras' epsilon, with which the book divides. */
const PLAIN_EPSILON = 1e-7;
const [MEAN_DECAY, SQUARE_DECAY, ADAM_EPSILON] = [0.9, 0.999, 1e-8];

/** A stepper for some images. @param count The number of images: each is normalised by itself. */
export function createStepper(optimiser: AscentOptimiser, count: number): AscentStepper {
  return optimiser.kind === 'plain' ? plainStepper(optimiser, count) : adamStepper(optimiser.rate);
}

function plainStepper(
  { rate, normalise = 'rms' }: Extract<AscentOptimiser, { kind: 'plain' }>,
  count: number,
): AscentStepper {
  return (numbers, gradient) => {
    const size = gradient.length / count;
    for (let image = 0; image < count; image++) {
      const part = gradient.subarray(image * size, (image + 1) * size);
      const squares = part.reduce((sum, value) => sum + value * value, 0);
      const norm = Math.sqrt(normalise === 'rms' ? squares / size : squares);
      const factor = normalise === 'none' ? rate : rate / (norm + PLAIN_EPSILON);
      for (let at = 0; at < size; at++) numbers[image * size + at]! += factor * part[at]!;
    }
  };
}

function adamStepper(rate: number): AscentStepper {
  let means = new Float32Array();
  let squares = new Float32Array();
  let step = 0;
  return (numbers, gradient) => {
    if (step === 0) {
      means = new Float32Array(gradient.length);
      squares = new Float32Array(gradient.length);
    }
    step++;
    const length = (rate * Math.sqrt(1 - SQUARE_DECAY ** step)) / (1 - MEAN_DECAY ** step);
    for (let at = 0; at < gradient.length; at++) {
      const value = gradient[at]!;
      const mean = MEAN_DECAY * means[at]! + (1 - MEAN_DECAY) * value;
      const square = SQUARE_DECAY * squares[at]! + (1 - SQUARE_DECAY) * value * value;
      means[at] = mean;
      squares[at] = square;
      numbers[at]! += (length * mean) / (Math.sqrt(square) + ADAM_EPSILON);
    }
  };
}
