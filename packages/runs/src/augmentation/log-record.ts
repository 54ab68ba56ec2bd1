import { z } from 'zod';

const spec = z.looseObject({ op: z.string() });

/** One line of a log: all that makes one augmented image again, except the file that it was made of. */
export const logRecordSchema = z.strictObject({
  /** The sample's id. */
  id: z.string().min(1),
  /** Counted from 1. Copy n has the numbers of epoch n of a training. */
  copy: z.int().min(1),
  /** The path of the augmented image in the folder of the log, with `/`. */
  file: z.string(),
  seed: z.int().min(0),
  /** Each op of the augmentation: its name, the numbers that were drawn, and its spec. */
  ops: z
    .array(z.strictObject({ op: z.string(), numbers: z.unknown().optional(), spec }))
    .min(1)
    .readonly(),
  recipe: z.array(spec).readonly(),
  versions: z.record(z.string(), z.string()).readonly(),
});

export type LogRecord = Readonly<z.output<typeof logRecordSchema>>;
