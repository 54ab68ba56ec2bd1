import { checkWhole } from '@sprout/core';
import { checkFloats, type FloatImages, imageAt, planesOf } from './float-image.ts';
import type { KerasPipeline } from './keras-pipeline.ts';
import { scale } from './standardize/standardize.ts';
import { type KerasStatistics, statisticsOf } from './standardize/statistics.ts';
import type { KerasRandom } from './transform/draw-numbers.ts';
import { fromPlanes } from './transform/planes.ts';
import { traitsOf } from './transform/traits.ts';

export interface FitOptions {
  /** Whether to learn from transformed images instead of the given ones. @default false */
  readonly augment?: boolean;
  /** How often each image is transformed. @default 1 */
  readonly rounds?: number;
  /** @default 0 for addressed numbers; `null`, which goes on with the generator as it is, for those of NumPy */
  readonly seed?: number | null;
}

interface Augmentation {
  readonly rounds: number;
  /** The numbers for an image in a round. */
  readonly ofImage: (round: number, image: number) => KerasRandom;
}

/**
 * The statistics of images: `fit` of Keras. `fixed` preprocesses and rescales the images first, `keras-preprocessing-1.1.2` and
 * `keras-3` only rescale them, and `keras-2.1.5` does neither.
 *
 * @throws {SproutError} `shape-mismatch`; `option-invalid` for images too large for ZCA.
 */
export function fitStatistics(
  pipeline: KerasPipeline,
  images: FloatImages,
  augmentation: Augmentation | null,
): KerasStatistics {
  checkFloats(images);
  const { options } = pipeline;
  const { dataFormat: order, compat, rescale } = options;
  const { fitPrepares, epsilon, epsilonOutsideRoot } = traitsOf(compat);
  const data =
    fitPrepares === 'preprocessing and rescaling'
      ? preprocessed(pipeline, images)
      : images.data.slice();
  if (fitPrepares !== 'nothing' && rescale !== null && rescale !== 0) scale(data, rescale);
  const prepared = { ...images, data };
  const block = augmentation === null ? prepared : augmented(pipeline, prepared, augmentation);
  return statisticsOf({ ...block, order }, { ...options, epsilon, epsilonOutsideRoot });
}

function preprocessed({ options }: KerasPipeline, images: FloatImages): Float32Array {
  const data = images.data.slice();
  const { preprocessingFunction } = options;
  if (preprocessingFunction === null) return data;
  const copy = { ...images, data };
  for (let at = 0; at < images.count; at++) {
    const image = imageAt(copy, at);
    image.data.set(preprocessingFunction({ ...image, data: image.data.slice() }).data);
  }
  return data;
}

function augmented(
  pipeline: KerasPipeline,
  images: FloatImages,
  { rounds, ofImage }: Augmentation,
): FloatImages {
  checkWhole('rounds', rounds, { least: 1 });
  const { dataFormat } = pipeline.options;
  const result = { ...images, count: rounds * images.count };
  const data = new Float32Array(rounds * images.data.length);
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < images.count; at++) {
      const planes = planesOf(imageAt(images, at), dataFormat);
      const numbers = pipeline.draw(planes, ofImage(round, at));
      const target = imageAt({ ...result, data }, round * images.count + at).data;
      fromPlanes(pipeline.transform(planes, numbers), dataFormat, target);
    }
  }
  return { ...result, data };
}
