import {
  checkWhole,
  type Measure,
  type ObjectiveTerm,
  shapeMismatch,
  SproutError,
} from '@sprout/core';

/**
 * A term of an objective as factors for an output of known shape. A linear term is the sum of `output * channels * positions`;
 * a square term is `factor` times the mean of the squared output; a largest term is `factor` times the largest of the means of the
 * channels over all positions; a similar term is `factor` times the similarity to the other images.
 */
export type MeasuredTerm =
  | {
      readonly form: 'linear';
      /** One factor for each channel. */
      readonly channels: Float32Array;
      /** One factor for each position, row by row; a single 1 for vectors. */
      readonly positions: Float32Array;
    }
  | { readonly form: 'square'; readonly factor: number }
  | { readonly form: 'largest'; readonly factor: number }
  | { readonly form: 'similar'; readonly factor: number };

/**
 * Converts a term for a layer whose output for one image has the shape `[height, width, channels]` or `[channels]`.
 *
 * @throws {SproutError} `option-invalid` for a channel or a position out of range, `shape-mismatch` for a direction.
 */
export function measuredTerm(term: ObjectiveTerm, shape: readonly number[]): MeasuredTerm {
  const { factor = 1 } = term;
  if (term.measure === 'mean-square') return { form: 'square', factor };
  if (term.measure === 'largest') return { form: 'largest', factor };
  if (term.measure === 'similarity') return { form: 'similar', factor };
  const [height = 1, width = 1] = shape.slice(0, -1);
  const channels = channelNumbers(term, shape.at(-1)!); // an output has at least one axis
  return {
    form: 'linear',
    channels: channels.map((value) => value * factor),
    positions:
      term.measure === 'neuron'
        ? oneHot(height * width, positionOf(term, shape))
        : new Float32Array(height * width).fill(1 / (height * width)),
  };
}

function channelNumbers(
  term: Exclude<ObjectiveTerm, { measure: 'mean-square' | 'largest' | 'similarity' }>,
  count: number,
): Float32Array {
  if (term.measure !== 'direction') {
    checkWhole('channel', term.channel, { least: 0, most: count - 1 });
    return oneHot(count, term.channel);
  }
  const { direction } = term;
  if (direction.length === count) return Float32Array.from(direction);
  throw shapeMismatch('The direction', { expected: [count], received: [direction.length] });
}

function positionOf(
  { row, column }: Extract<Measure, { measure: 'neuron' }>,
  shape: readonly number[],
): number {
  const [height, width] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined) {
    const rule =
      'channel, direction or mean-square for a layer whose output has no rows and columns';
    throw new SproutError('option-invalid', { option: 'measure', value: 'neuron', rule });
  }
  checkWhole('row', row, { least: 0, most: height - 1 });
  checkWhole('column', column, { least: 0, most: width - 1 });
  return row * width + column;
}

function oneHot(length: number, at: number): Float32Array {
  const numbers = new Float32Array(length);
  numbers[at] = 1;
  return numbers;
}
