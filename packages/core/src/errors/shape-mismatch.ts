import { shapeText } from './shape-text.ts';
import { SproutError } from './sprout-error.ts';

/** The error for an array of the wrong shape. `what` names the array. */
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
