import { z } from 'zod';

/** Both parameters of the beta distribution of the shares. With a larger `alpha` the shares are closer to one half. */
const alpha = z.number().min(0.01).max(100);

const probability = z.number().min(0).max(1);

/**
 * How the images of a training batch are mixed. If both ways are given, one of them is drawn for each mixed batch, with equal
 * probabilities.
 */
export const mixSchema = z
  .strictObject({
    /** MixUp: weighted means of two images (Zhang et al. 2018, arXiv:1710.09412; `alpha` 0.1 to 0.4 for ImageNet). */
    mixUp: z.strictObject({ alpha: alpha.default(0.2) }).optional(),
    /** CutMix: a box of each image is replaced by that of another image (Yun et al. 2019, arXiv:1905.04899; `alpha` 1). */
    cutMix: z.strictObject({ alpha: alpha.default(1) }).optional(),
    /** The probability that a batch is mixed. */
    probability: probability.default(1),
  })
  .refine(({ mixUp, cutMix }) => mixUp !== undefined || cutMix !== undefined, {
    error: 'must have mixUp or cutMix, such as { mixUp: { alpha: 0.2 } }',
  });

/** How the images of a batch are mixed, with everything filled in. */
export type Mix = z.output<typeof mixSchema>;

/** How the images of a batch are mixed, with the settings that differ from the defaults. */
export type MixOptions = z.input<typeof mixSchema>;
