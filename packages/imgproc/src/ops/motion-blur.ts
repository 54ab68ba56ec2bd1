import { z } from 'zod';
import { convolve } from '../kernels/convolve.ts';
import { motionWindow } from '../kernels/motion-window.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { firstOutside } from '../op-contract/first-outside.ts';
import { interval } from '../op-contract/interval.ts';
import { drawOdd, odd, oddInterval } from '../op-contract/whole-interval.ts';

/**
 * Smears the image along a line, as a moving camera does. The window is that of `MotionBlur` of albumentations 2.0.8, and values differ
 * from those of `cv2.filter2D` by at most 1. All numbers are drawn uniformly.
 */
export const motionBlur = defineOp({
  schema: z.strictObject({
    op: z.literal('motion-blur'),
    /** The side of the window: odd. */
    size: oddInterval(3, 99).default([3, 7]),
    /** The direction of the motion: 0 is to the right, 90 downwards. */
    degrees: interval(-360, 360).default([0, 360]),
    /** -1 smears only backwards, 0 evenly, 1 only forwards. */
    direction: interval(-1, 1).default([-1, 1]),
    /** How far the line is moved from the middle of the window: 1 is a quarter of the side. */
    shift: interval(-1, 1).default([-1, 1]),
  }),
  numbers: z.strictObject({
    size: odd(3, 99),
    degrees: z.number(),
    direction: z.number(),
    right: z.number(),
    down: z.number(),
  }),
  draw: ({ size, degrees, direction, shift }, rng) => ({
    size: drawOdd(rng, size),
    degrees: rng.uniform(...degrees),
    direction: rng.uniform(...direction),
    right: rng.uniform(...shift),
    down: rng.uniform(...shift),
  }),
  checkDrawn: ({ right, down }, _within, { shift }) =>
    firstOutside('motion-blur', [
      ['right', right, shift],
      ['down', down, shift],
    ]),
  setUp: () => ({ apply: (source, numbers) => convolve(source, motionWindow(numbers)) }),
});
