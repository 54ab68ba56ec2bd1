import { imageOf, planesOf } from './float-image.ts';
import type { CheckedKerasOptions } from './options.ts';
import { standardize } from './standardize/standardize.ts';
import type { KerasStatistics } from './standardize/statistics.ts';
import { applyTransform } from './transform/apply-transform.ts';
import { drawNumbers, type KerasRandom } from './transform/draw-numbers.ts';
import type { KerasNumbers } from './transform/keras-numbers.ts';
import type { Planes } from './transform/planes.ts';
import { traitsOf } from './transform/traits.ts';

type Shape = Pick<Planes, 'height' | 'width' | 'channels'>;

/** The steps of a generator for one image. */
export interface KerasPipeline {
  readonly options: CheckedKerasOptions;
  /** Preprocesses an image of a batch before its transform, in the versions that do so. The source may be the result. */
  prepare(source: Planes): Planes;
  draw(shape: Shape, rng: KerasRandom): KerasNumbers;
  /** Transforms an image. The source may be the result. */
  transform(source: Planes, numbers: KerasNumbers): Planes;
  /** Preprocesses and standardizes an image, in place if it can. */
  standardize(planes: Planes, statistics: KerasStatistics): Planes;
}

/** Makes the steps from checked options. */
export function kerasPipeline(options: CheckedKerasOptions): KerasPipeline {
  const traits = traitsOf(options.compat);
  const { interpolationOrder: order, fillMode, cval, preprocessingFunction, dataFormat } = options;
  const preprocess = (planes: Planes): Planes => {
    if (preprocessingFunction === null) return planes;
    const image = preprocessingFunction(imageOf(planes, dataFormat));
    return { ...planesOf(image, dataFormat), order: planes.order };
  };
  const [before, after] = traits.preprocessesFirst ? [preprocess, same] : [same, preprocess];
  return {
    options,
    prepare: before,
    draw: (shape, rng) => drawNumbers(options, rng, { ...shape, traits }),
    transform: (source, numbers) =>
      applyTransform(source, numbers, { order, fillMode, cval, traits }),
    standardize: (planes, statistics) =>
      standardize(after(planes), { ...options, epsilon: traits.epsilon }, statistics),
  };
}

function same(planes: Planes): Planes {
  return planes;
}
