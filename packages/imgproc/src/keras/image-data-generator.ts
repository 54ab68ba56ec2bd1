import { numpyRandom, type NumpyRandom, rngAt } from '@sprout/core';
import { fitStatistics, type FitOptions } from './fit-statistics.ts';
import { type FloatImage, type FloatImages, imageOf, planesOf } from './float-image.ts';
import type { BatchOptions, FlowContext } from './flow-context.ts';
import {
  flowFromDataframe,
  type FlowFromDataframeOptions,
  type RowBatches,
} from './flow-from-dataframe.ts';
import {
  type DirectoryBatches,
  flowFromDirectory,
  type FlowFromDirectoryOptions,
} from './flow-from-directory.ts';
import { flow, type FlowBatch, type FlowOptions } from './flow.ts';
import type { KerasBatches } from './keras-batches.ts';
import { type KerasPipeline, kerasPipeline } from './keras-pipeline.ts';
import { checkKerasOptions, type CheckedKerasOptions, type KerasOptions } from './options.ts';
import type { Row } from './row-columns.ts';
import {
  addressedRandomness,
  numpyRandomness,
  type SampleRandomness,
} from './sample-randomness.ts';
import { type KerasStatistics, NOT_FITTED } from './standardize/statistics.ts';
import type { KerasRandom } from './transform/draw-numbers.ts';
import type { KerasNumbers } from './transform/keras-numbers.ts';

/** An image generator with the meaning of Keras' `ImageDataGenerator`. */
export interface ImageDataGenerator {
  readonly options: CheckedKerasOptions;
  /** The statistics of the last `fit`; each is `null` before it. */
  readonly statistics: KerasStatistics;
  /** Learns the statistics of images for the options that begin with `featurewise`, and for ZCA. The images are only read. */
  fit(images: FloatImages, options?: FitOptions): void;
  /** Draws the numbers for an image of a shape: `get_random_transform`. */
  drawTransform(shape: Omit<FloatImage, 'data'>, seed?: number | null): KerasNumbers;
  /** Changes an image by numbers: `apply_transform`. */
  applyTransform(image: FloatImage, numbers: KerasNumbers): FloatImage;
  /** Draws numbers and changes an image by them: `random_transform`. */
  randomTransform(image: FloatImage, seed?: number | null): FloatImage;
  /** Returns the standardized image as a new one: `standardize`. Steps whose statistics `fit` has not computed are left out. */
  standardize(image: FloatImage): FloatImage;
  flow<Y = never>(images: FloatImages, options?: FlowOptions<Y>): KerasBatches<FlowBatch<Y>>;
  flowFromDirectory(folder: string, options?: FlowFromDirectoryOptions): Promise<DirectoryBatches>;
  flowFromDataframe(table: readonly Row[], options?: FlowFromDataframeOptions): Promise<RowBatches>;
}

/**
 * Makes an image generator. All its results are float32; for a version of Keras and `randomness: 'numpy'` they are those of Keras,
 * bit for bit, but for ZCA. Images are transformed and standardized one after the other on this thread.
 *
 * @param random For `randomness: 'numpy'`: the generator that stands for NumPy's global one. By default a new one with the seed 0.
 * @throws {SproutError} `name-unknown`, `option-invalid`.
 */
export function imageDataGenerator(
  given: KerasOptions = {},
  random: NumpyRandom = numpyRandom(0),
): ImageDataGenerator {
  const pipeline = kerasPipeline(checkKerasOptions(given));
  const { options } = pipeline;
  const { dataFormat } = options;
  let statistics = NOT_FITTED;
  const source = randomSource(options, random);
  const context = ({ seed }: Pick<BatchOptions, 'seed'>): FlowContext => ({
    pipeline,
    statistics: () => statistics,
    randomness: source.ofBatches(seed),
  });
  const change = (image: FloatImage, numbers: KerasNumbers): FloatImage =>
    imageOf(pipeline.transform(planesOf(image, dataFormat), numbers), dataFormat);
  const draw: ImageDataGenerator['drawTransform'] = (shape, seed) =>
    pipeline.draw(shape, source.ofImage(seed));
  return {
    options,
    get statistics() {
      return statistics;
    },
    fit: (images, { augment = false, rounds = 1, seed } = {}) => {
      const ofImage = source.ofFit(seed);
      statistics = fitStatistics(pipeline, images, augment ? { rounds, ofImage } : null);
    },
    drawTransform: draw,
    applyTransform: change,
    randomTransform: (image, seed) => change(image, draw(image, seed)),
    standardize: (image) => standardized(pipeline, image, statistics),
    flow: (images, flowOptions = {}) => flow(images, flowOptions, context(flowOptions)),
    flowFromDirectory: async (folder, flowOptions = {}) =>
      flowFromDirectory(folder, flowOptions, context(flowOptions)),
    flowFromDataframe: async (table, flowOptions = {}) =>
      flowFromDataframe(table, flowOptions, context(flowOptions)),
  };
}

function standardized(
  pipeline: KerasPipeline,
  image: FloatImage,
  statistics: KerasStatistics,
): FloatImage {
  const { dataFormat } = pipeline.options;
  return imageOf(pipeline.standardize(planesOf(image, dataFormat), statistics), dataFormat);
}

type Seed = number | null | undefined;

interface RandomSource {
  ofBatches(seed: Seed): SampleRandomness;
  ofImage(seed: Seed): KerasRandom;
  ofFit(seed: Seed): (round: number, image: number) => KerasRandom;
}

function randomSource({ randomness }: CheckedKerasOptions, random: NumpyRandom): RandomSource {
  if (randomness === 'addressed')
    return {
      ofBatches: (seed) => addressedRandomness(seed ?? 0),
      ofImage: (seed) => rngAt(seed ?? 0, ['keras', 'image']),
      ofFit: (seed) => (round, image) => rngAt(seed ?? 0, ['keras', 'fit', round, image]),
    };
  const seeded = (seed: Seed): NumpyRandom => {
    if (seed !== null && seed !== undefined) random.seed(seed);
    return random;
  };
  return {
    ofBatches: (seed) => numpyRandomness(random, seed ?? null),
    ofImage: seeded,
    ofFit: (seed) => {
      seeded(seed);
      return () => random;
    },
  };
}
