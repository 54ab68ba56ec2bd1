import type { GradientSource, Raster } from '@sprout/core';
import { ascendOctaves, type Ascent, type AscentStep, type AscentStyle } from '@sprout/viz';
import type { Context } from '../event/run-context.ts';
import type { AscentSubject } from './ascent-subject.ts';

export interface MakePicturesOptions extends Context, AscentSubject {
  readonly style: AscentStyle;
  readonly seed: number;
  /** The number of pictures, which rise at the same time. */
  readonly variants: number;
  /** The number of starts to try while there is no gradient. */
  readonly starts: number;
  /** The number of pictures of the course to keep. */
  readonly frames: number;
  /** Called after each step with the number of steps done. */
  readonly onStep: (done: number) => void;
}

/** One picture that was made by gradient ascent. */
export interface MadePicture extends Pick<Ascent, 'steps'> {
  readonly picture: Raster;
  /** The objective at the last step. */
  readonly value: number;
  /** Pictures of the course, evenly spaced. The last one is the picture. */
  readonly frames: readonly Frame[];
}

export interface Frame {
  readonly step: number;
  readonly picture: Raster;
}

/**
 * Makes pictures by gradient ascent, from another start if there is no gradient.
 *
 * @param sources The model at rising sizes.
 * @returns One for each variant; none if there is no gradient from any start.
 */
export async function makePictures(
  sources: readonly GradientSource[],
  options: MakePicturesOptions,
): Promise<MadePicture[]> {
  const { style, objective, seed, signal, address, text, variants, starts, onStep, emit } = options;
  for (let start = 0; start < starts; start++) {
    const course = courseOf(options);
    const { pictures, values, end, steps } = await ascendOctaves(sources, {
      ...style,
      objective,
      seed,
      signal,
      count: variants,
      address: [...address, start],
      onStep: (step) => {
        course.keep(step);
        onStep(step.step);
      },
    });
    if (end === 'no-gradient' && !values.some((value) => value > 0)) continue; // NaN without any step
    if (end === 'not-finite') emit({ type: 'ascent-stopped', subject: text, steps });
    const kept = course.moments.filter(({ step }) => step <= steps);
    return pictures.map((picture, at) => {
      const frames = kept.map(({ step, pictures: all }) => ({ step, picture: all[at]! })); // one of each variant
      return { picture, value: values[at]!, steps, frames }; // a value of each variant
    });
  }
  return [];
}

interface Moment {
  readonly step: number;
  readonly pictures: readonly Raster[];
}

/** Keeps evenly spaced pictures of an ascent. */
function courseOf({ frames: count, style: { steps } }: MakePicturesOptions) {
  const moments: Moment[] = [];
  const place = (step: number): number => Math.floor((step * count) / steps);
  return {
    moments,
    keep: ({ step, pictures }: AscentStep): void => {
      if (place(step) > place(step - 1)) moments.push({ step, pictures: pictures() });
    },
  };
}
