import { z } from 'zod';

/** Two numbers within limits, the lower one first. */
export function interval(lowest: number, highest: number) {
  return ordered(z.number().min(lowest).max(highest));
}

/** Two numbers of one schema, the lower one first. */
export function ordered(end: z.ZodNumber) {
  return z
    .tuple([end, end], { error: 'must be two numbers, [low, high]' })
    .readonly()
    .refine(([low, high]) => low <= high, {
      message: 'the first number must not exceed the second',
    });
}
