import { z } from 'zod';

const alpha = z
  .number()
  .min(0.01)
  .max(100)
  .describe(
    'The parameter of the beta distribution of the shares: the larger it is, the closer to one half they are.',
  );

const probability = z.number().min(0).max(1);

/**
 * How the images of a training batch are mixed. If both ways are given, one of them is drawn for each mixed batch, with equal
 * probabilities.
 */
export const mixSchema = z
  .strictObject({
    mixUp: z
      .strictObject({ alpha: alpha.default(0.2) })
      .optional()
      .describe(
        'Weighted means of two images (Zhang et al. 2018, arXiv:1710.09412). The paper takes an alpha of 0.1 to 0.4 for ImageNet.',
      ),
    cutMix: z
      .strictObject({ alpha: alpha.default(1) })
      .optional()
      .describe(
        'Images with a box of another one (Yun et al. 2019, arXiv:1905.04899, which takes an alpha of 1).',
      ),
    probability: probability.default(1).describe('The probability that a batch is mixed.'),
  })
  .refine(({ mixUp, cutMix }) => mixUp !== undefined || cutMix !== undefined, {
    error: 'must have mixUp or cutMix, such as { mixUp: { alpha: 0.2 } }',
  });

/** How the images of a batch are mixed, with everything filled in. */
export type Mix = z.output<typeof mixSchema>;

/** How the images of a batch are mixed, with the settings that differ from the defaults. */
export type MixOptions = z.input<typeof mixSchema>;
