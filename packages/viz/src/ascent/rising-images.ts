import { type GradientSource, type Raster, rngAt } from '@sprout/core';
import type { AscendOptions, AscentEnd } from './ascend-options.ts';
import { createStepper } from './optimiser/create-stepper.ts';
import { createParameters } from './parameters/create-parameters.ts';
import type { ImagesShape } from '../images/images-shape.ts';
import { addPenalty } from './penalty/add-penalty.ts';
import { picturesOf } from './picture/pictures-of.ts';
import { drawPlacement } from './transform/placement.ts';
import { type View, viewThrough } from './transform/view.ts';

/** What a model answered before a step. */
export interface Measured {
  /** `[count]`. */
  readonly values: Float32Array;
  /** The mean over the images. */
  readonly penalty: number;
}

/** Images during an ascent. */
export interface RisingImages {
  /** Measures the images and makes a step, unless there is a reason to end. @param step Counted from 1. */
  readonly rise: (step: number) => Promise<Measured | Exclude<AscentEnd, 'done'>>;
  /** Takes the last step back, at most once. */
  readonly undo: () => void;
  readonly areFinite: () => boolean;
  /** `[count, height, width, channels]`: pixels. A fresh array. */
  readonly images: () => Float32Array;
  readonly pictures: () => Raster[];
}

/** Steps without any gradient after which an ascent ends, if its transforms or penalties might bring one. */
const PATIENCE = 16;

/** The images at the start of an ascent. */
export function risingImages(source: GradientSource, options: AscendOptions): RisingImages {
  const { objective, seed, address = [], count = 1, penalties = [], picture = 'pixels' } = options;
  const [height, width, channels] = source.imageShape;
  const shape: ImagesShape = { count, height, width, channels };
  const parameters = createParameters(options.parametrisation, shape, { seed, address });
  const stepper = createStepper(options.optimiser, count);
  const numbers = parameters.start.slice();
  const before = parameters.start.slice();
  const images = () => parameters.imagesOf(numbers);
  let idle = 0;
  const rise: RisingImages['rise'] = async (step) => {
    const current = images();
    if (!current.every(Number.isFinite)) return 'not-finite';
    const view = viewAt(step, options, shape);
    const { values, gradient } = await source.gradient(view.of(current), { count, objective });
    if (!values.every(Number.isFinite) || !gradient.every(Number.isFinite)) return 'not-finite';
    idle = gradient.some((value) => value !== 0) ? 0 : idle + 1;
    if (idle >= patienceOf(options)) return 'no-gradient';
    const uphill = view.gradientOf(gradient);
    let penalty = 0;
    for (const one of penalties) penalty += addPenalty(uphill, one, { images: current, shape });
    before.set(numbers);
    stepper(numbers, parameters.gradientOf(uphill, current));
    return { values, penalty };
  };
  return {
    rise,
    undo: () => numbers.set(before),
    areFinite: () => numbers.every(Number.isFinite),
    images,
    pictures: () =>
      picturesOf(picture === 'pixels' ? images() : numbers, { shape, style: picture }),
  };

  function viewAt(step: number, { transforms = [] }: AscendOptions, size: ImagesShape): View {
    if (transforms.length === 0) return UNCHANGED;
    const rng = rngAt(seed, ['ascent', ...address, 'transform', step]);
    return viewThrough(drawPlacement(transforms, rng), size);
  }
}

const UNCHANGED: View = { of: (images) => images, gradientOf: (gradient) => gradient.slice() };

function patienceOf({ transforms = [], penalties = [] }: AscendOptions): number {
  return transforms.length + penalties.length === 0 ? 1 : PATIENCE;
}
