import { z } from 'zod';
import { brightnessTable } from '../kernels/brightness-table.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const brightnessContrast = defineOp({
  description:
    'Multiplies all values by `1 + contrast` and adds `255 * brightness`; both are drawn uniformly. As `RandomBrightnessContrast` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({
    op: z.literal('brightness-contrast'),
    brightness: interval(-1, 1)
      .default([-0.2, 0.2])
      .describe('The number that is added to each value, as a share of 255.'),
    contrast: interval(-1, 10)
      .default([-0.2, 0.2])
      .describe('The factor of each value minus 1: 0.2 multiplies by 1.2.'),
  }),
  numbers: z.strictObject({ brightness: z.number(), contrast: z.number() }),
  draw: ({ brightness, contrast }, rng) => ({
    brightness: rng.uniform(...brightness),
    contrast: rng.uniform(...contrast),
  }),
  setUp: () => ({
    table: ({ brightness, contrast }) => brightnessTable({ brightness, contrast: 1 + contrast }),
  }),
});
