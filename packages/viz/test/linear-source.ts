import type { GradientOptions, GradientSource, ObjectiveGradient } from '@sprout/core';

/** `[height, width, channels]` of the images. */
export const SHAPE = [2, 2, 1] as const;

/** The factors and offsets of the two channels of the layer `map`: `relu(factor * pixel + offset)`. */
const FACTORS = [1, -1] as const;
const OFFSETS = [0, 4] as const;

/** By class, the weights of the means of the two channels. */
export const WEIGHTS = [
  [1, 2],
  [3, -1],
] as const;

const POSITIONS = 4;

/** The output of the layer `map`, `[positions, 2]`. */
export function mapOf(image: ArrayLike<number>): number[] {
  return Array.from({ length: POSITIONS }, (_, at) => image[at]!).flatMap((pixel) =>
    FACTORS.map((factor, channel) => Math.max(0, factor * pixel + OFFSETS[channel]!)),
  );
}

/** The scores of the two classes. */
export function scoresOf(image: ArrayLike<number>): number[] {
  const map = mapOf(image);
  const means = [0, 1].map(
    (channel) =>
      map.filter((_, at) => at % 2 === channel).reduce((sum, value) => sum + value, 0) / POSITIONS,
  );
  return WEIGHTS.map((weights) => weights[0] * means[0]! + weights[1] * means[1]!);
}

/**
 * A network small enough to differentiate by hand: two channels with a rectifier, their means, two classes. It answers the gradients
 * of scores with respect to the pixels, the layer `map` or the scores, and counts its calls.
 */
export function linearSource() {
  const calls: GradientOptions[] = [];
  const source: Pick<GradientSource, 'gradient' | 'imageShape'> = {
    imageShape: SHAPE,
    gradient: async (images, options): Promise<ObjectiveGradient> => {
      calls.push(options);
      const rows = Array.from({ length: options.count }, (_, at) =>
        answer(images.subarray(at * POSITIONS, (at + 1) * POSITIONS), options),
      );
      const joined = (of: (row: (typeof rows)[number]) => readonly number[]): Float32Array =>
        Float32Array.from(rows.flatMap(of));
      return {
        values: joined(({ value }) => [value]),
        shape: [options.count, ...shapeOf(options.wrt?.layer)],
        gradient: joined(({ gradient }) => gradient),
        outputs: (options.outputs ?? []).map(({ layer }) => ({
          shape: [options.count, ...shapeOf(layer)],
          data: joined(({ image }) => (layer === 'map' ? mapOf(image) : scoresOf(image))),
        })),
      };
    },
  };
  return { source, scores: { layer: 'scores' }, calls };
}

function shapeOf(layer: string | undefined): readonly number[] {
  if (layer === undefined) return SHAPE;
  return layer === 'map' ? [2, 2, 2] : [2];
}

function answer(image: ArrayLike<number>, { objective, wrt, rectifiers }: GradientOptions) {
  const scores = scoresOf(image);
  const [term] = objective;
  const label = term?.measure === 'channel' ? term.channel : scores.indexOf(Math.max(...scores));
  const factors =
    term?.measure === 'direction' ? term.direction : scores.map((_, at) => (at === label ? 1 : 0));
  const sumOf = (values: readonly number[]): number =>
    values.reduce((sum, value, at) => sum + factors[at]! * value, 0);
  const weights = [0, 1].map((channel) => sumOf(WEIGHTS.map((row) => row[channel]!)));
  const atMap = Array.from({ length: 2 * POSITIONS }, (_, at) => weights[at % 2]! / POSITIONS);
  const passed = rectifiers === 'guided' ? weights.map((value) => Math.max(0, value)) : weights;
  const atPixels = Array.from({ length: POSITIONS }, (_, at) =>
    [0, 1]
      .filter((channel) => FACTORS[channel]! * image[at]! + OFFSETS[channel]! > 0)
      .reduce((sum, channel) => sum + (FACTORS[channel]! * passed[channel]!) / POSITIONS, 0),
  );
  const gradient = wrt === undefined ? atPixels : wrt.layer === 'map' ? atMap : [1, 0];
  return { image, value: sumOf(scores), gradient };
}
