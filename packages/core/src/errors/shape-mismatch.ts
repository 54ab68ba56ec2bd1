import { shapeText } from './shape-text.ts';
import { SproutError } from './sprout-error.ts';

/** A shape, or a shape with the kind of array that has it, in words. */
type ShapeOrText = Parameters<typeof shapeText>[0] | string;

/** The error for an array of the wrong shape or kind. `what` names the array. */
export function shapeMismatch(
  what: string,
  { expected, received }: { readonly expected: ShapeOrText; readonly received: ShapeOrText },
): SproutError<'shape-mismatch'> {
  return new SproutError('shape-mismatch', {
    what,
    expected: textOf(expected),
    received: textOf(received),
  });
}

function textOf(shape: ShapeOrText): string {
  return typeof shape === 'string' ? shape : shapeText(shape);
}
