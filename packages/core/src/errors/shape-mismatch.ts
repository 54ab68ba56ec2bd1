import { shapeText } from './shape-text.ts';
import { SproutError } from './sprout-error.ts';

/** The error for an array with the wrong shape. `what` names the array, at the beginning of a sentence. */
export function shapeMismatch(
  what: string,
  {
    expected,
    received,
  }: { readonly expected: readonly number[]; readonly received: readonly number[] },
): SproutError<'shape-mismatch'> {
  return new SproutError('shape-mismatch', {
    what,
    expected: shapeText(expected),
    received: shapeText(received),
  });
}
