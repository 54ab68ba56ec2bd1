import { type GradientSource, SproutError } from '@sprout/core';
import { enlargeImages } from '../images/enlarge-images.ts';
import type { AscendOptions, Ascent, AscentStep } from './ascend-options.ts';
import { ascend } from './ascend.ts';

/**
 * Gradient ascent at several sizes: each size starts with the enlarged images of the one before, so that the patterns that the model
 * looks for appear large and small. The steps are divided among the sizes evenly.
 *
 * @param sources The same model at rising sizes, as `atSize` of `@sprout/train` makes them. Only used; they stay the caller's.
 * @param options The random numbers of the first size are those of `ascend`. `onStep` counts the steps of all sizes.
 * @returns The images at the last size; at a smaller one if the ascent ended early there.
 * @throws {SproutError} `option-invalid` without a source, or with fewer steps than sources; as `ascend`.
 */
export async function ascendOctaves(
  sources: readonly GradientSource[],
  options: AscendOptions,
): Promise<Ascent> {
  const { steps, address = [], parametrisation, onStep } = options;
  checkOctaves(sources.length, steps);
  let ascent: Ascent | undefined;
  let done = 0;
  for (const [at, source] of sources.entries()) {
    const last = Math.floor((steps * (at + 1)) / sources.length);
    const before = done;
    ascent = await ascend(source, {
      ...options,
      steps: last - before,
      address: at === 0 ? address : [...address, 'octave', at],
      parametrisation: ascent === undefined ? parametrisation : startingWith(ascent, source),
      onStep: (step: AscentStep) => onStep?.({ ...step, step: before + step.step, steps }),
    });
    done = before + ascent.steps;
    if (ascent.end !== 'done') break;
  }
  return { ...ascent!, steps: done }; // there is a source

  function startingWith({ pictures, images }: Ascent, { imageShape }: GradientSource) {
    const [height, width] = imageShape;
    const small = { count: pictures.length, ...pictures[0]! }; // an ascent has a picture
    const image = enlargeImages(images, small, { height, width });
    return { ...parametrisation, start: { image } };
  }
}

function checkOctaves(sources: number, steps: number): void {
  if (sources > 0 && steps >= sources) return;
  const rule = `at least 1, and at most the number of steps, ${steps}`;
  throw new SproutError('option-invalid', { option: 'octaves', value: String(sources), rule });
}
