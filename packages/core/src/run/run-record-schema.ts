import { z } from 'zod';

const count = z.int().nonnegative();

/** The schema of `run.json`. Importing this file loads zod, so `readRunRecord` imports it when it is called. */
export const runRecordSchema = z.strictObject({
  /** The version of the file's layout. */
  schema: z.literal(1),
  /** The arguments of the command line. */
  command: z.array(z.string()),
  /** The whole configuration with every default filled in. Its schema depends on the command. */
  config: z.unknown(),
  /** Program or library -> version. */
  versions: z.record(z.string(), z.string()),
  engine: z.string(),
  seed: z.number(),
  dataset: z.strictObject({
    folder: z.string(),
    fingerprint: z.string(),
    samples: z.strictObject({ training: count, validation: count, bad: count }),
  }),
  /** How the images were split; `split.csv` lists them. Older versions did not write this field. */
  split: z
    .strictObject({
      validation: z.union([
        z.strictObject({ perClass: count }),
        z.strictObject({ fraction: z.number() }),
      ]),
      by: z.enum(['random', 'hash', 'groups', 'folders', 'file']),
      fingerprints: z.strictObject({ training: z.string(), validation: z.string() }),
    })
    .optional(),
  /** The frozen class map: label `n` is `classes[n]`. */
  classes: z.array(z.string()).min(1),
  recipe: z.array(z.looseObject({ op: z.string() })),
  recipeHash: z.string(),
  /** The changes of the number of epochs after the run began, oldest first. Absent if there were none. */
  extended: z
    .array(
      z.strictObject({
        /** The number of finished epochs at the change. */
        after: count,
        /** The number of epochs of the run before and after the change. */
        from: count,
        to: count,
      }),
    )
    .min(1)
    .optional(),
  state: z.enum(['running', 'completed', 'interrupted', 'failed']),
  /** The error message of a failed run. */
  failure: z.string().optional(),
  timings: z.strictObject({
    /** ISO 8601, UTC. */
    started: z.iso.datetime(),
    ended: z.iso.datetime().optional(),
    /** Part of the work -> seconds it took. */
    seconds: z.record(z.string(), z.number()),
  }),
});

/** The configuration, the state and the timings of a run: the contents of `run.json`. */
export type RunRecord = z.infer<typeof runRecordSchema>;
export type RunState = RunRecord['state'];
