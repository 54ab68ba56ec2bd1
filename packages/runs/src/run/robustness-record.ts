import { z } from 'zod';

const accuracy = z.number().min(0).max(1);

/** `corruptions.json`: the accuracies of a model on corrupted images. */
export const robustnessSchema = z.strictObject({
  /** The folder of the images. */
  folder: z.string(),
  samples: z.int().min(1),
  seed: z.int().min(0),
  /** Without a corruption. */
  accuracy,
  /** The mean over all corruptions and severities. */
  mean: accuracy,
  corruptions: z.array(
    z.strictObject({
      name: z.string(),
      /** The mean over the severities. */
      mean: accuracy,
      /** For severity 1, 2, ... */
      accuracies: z.array(accuracy).min(1),
      /** The op for each severity. */
      ops: z.array(z.looseObject({ op: z.string() })),
    }),
  ),
});

export type RobustnessRecord = z.output<typeof robustnessSchema>;
