import type { GradientSource, Raster } from '@sprout/core';
import { ascend, type Ascent, type AscentStep, type AscentStyle } from '@sprout/viz';
import type { Context } from '../event/run-context.ts';
import type { AscentSubject } from './ascent-subject.ts';

export interface MakePictureOptions extends Context, AscentSubject {
  readonly style: AscentStyle;
  readonly seed: number;
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
 * Makes a picture by gradient ascent, from another start if there is no gradient.
 *
 * @returns `undefined` if there is no gradient from any start.
 */
export async function makePicture(
  source: GradientSource,
  options: MakePictureOptions,
): Promise<MadePicture | undefined> {
  const { style, objective, seed, signal, address, text, starts, onStep, emit } = options;
  for (let start = 0; start < starts; start++) {
    const course = courseOf(options);
    const { pictures, values, end, steps } = await ascend(source, {
      ...style,
      objective,
      seed,
      signal,
      address: [...address, start],
      onStep: (step) => {
        course.keep(step);
        onStep(step.step);
      },
    });
    if (end === 'no-gradient' && !(values[0]! > 0)) continue; // NaN without any step
    if (end === 'not-finite') emit({ type: 'ascent-stopped', subject: text, steps });
    const frames = course.frames.filter(({ step }) => step <= steps);
    return { picture: pictures[0]!, value: values[0]!, steps, frames }; // one image
  }
  return undefined;
}

/** Keeps evenly spaced pictures of an ascent. */
function courseOf({ frames: count, style: { steps } }: MakePictureOptions) {
  const frames: Frame[] = [];
  const place = (step: number): number => Math.floor((step * count) / steps);
  return {
    frames,
    keep: ({ step, pictures }: AscentStep): void => {
      if (place(step) > place(step - 1)) frames.push({ step, picture: pictures()[0]! }); // one image
    },
  };
}
