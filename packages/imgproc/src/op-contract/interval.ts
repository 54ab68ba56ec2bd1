import { z } from 'zod';

/** Two numbers within limits, the lower one first. */
export function interval(lowest: number, highest: number) {
  const end = z.number().min(lowest).max(highest);
  return z
    .tuple([end, end])
    .readonly()
    .refine(([low, high]) => low <= high, {
      message: 'the first number must not exceed the second',
    });
}
