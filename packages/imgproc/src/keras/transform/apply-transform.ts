import { brightness } from './brightness.ts';
import { channelShift } from './channel-shift.ts';
import { flip } from './flip.ts';
import type { KerasNumbers } from './keras-numbers.ts';
import type { Planes } from './planes.ts';
import { resample } from './resample.ts';
import type { ResampleOptions } from './resample-options.ts';
import type { KerasTraits } from './traits.ts';
import { transformMatrix } from './transform-matrix.ts';

/**
 * Changes an image by drawn numbers, as `apply_transform` of Keras does: one resampling, the shift of the values, the flips and the
 * brightness, in this order.
 *
 * @param source Only read; it may be the result.
 */
export function applyTransform(
  source: Planes,
  numbers: KerasNumbers,
  options: ResampleOptions & { readonly traits: KerasTraits },
): Planes {
  const { traits } = options;
  const matrix = transformMatrix(numbers, source, traits);
  let result = matrix === undefined ? source : resample(source, matrix, options);
  if (numbers.channelShift !== null) result = channelShift(result, numbers.channelShift);
  result = flip(result, {
    horizontally: numbers.flipHorizontal,
    vertically: numbers.flipVertical,
  });
  if (numbers.brightness === null) return result;
  return brightness(result, { factor: numbers.brightness, stretch: traits.stretch });
}
