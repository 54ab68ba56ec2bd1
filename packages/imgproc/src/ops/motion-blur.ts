import { z } from 'zod';
import { convolve } from '../kernels/convolve.ts';
import { motionWindow } from '../kernels/motion-window.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { firstOutside } from '../op-contract/first-outside.ts';
import { interval } from '../op-contract/interval.ts';
import { drawOdd, odd, oddInterval } from '../op-contract/whole-interval.ts';

export const motionBlur = defineOp({
  description:
    'Smears the image along a line, as a moving camera does. The window is that of `MotionBlur` of albumentations 2.0.8, and values differ from those of `cv2.filter2D` by at most 1. All numbers are drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('motion-blur'),
    size: oddInterval(3, 99)
      .default([3, 7])
      .describe('The side of the window, in pixels. Both numbers are odd.'),
    degrees: interval(-360, 360)
      .default([0, 360])
      .describe('The direction of the motion, in degrees: 0 is to the right, 90 downwards.'),
    direction: interval(-1, 1)
      .default([-1, 1])
      .describe('Where the image is smeared: -1 only backwards, 0 evenly, 1 only forwards.'),
    shift: interval(-1, 1)
      .default([-1, 1])
      .describe(
        'How far the line is moved from the middle of the window: 1 is a quarter of the side.',
      ),
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
