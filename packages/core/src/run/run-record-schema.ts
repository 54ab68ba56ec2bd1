import { z } from 'zod';

const count = z.int().nonnegative();

/** What `run.json` holds. Loading this file loads zod: go through `readRunRecord`. */
export const runRecordSchema = z.strictObject({
  /** The version of this layout. */
  schema: z.literal(1),
  /** The arguments as typed. */
  command: z.array(z.string()),
  /** The whole configuration with every default filled in; its own schema is the command's. */
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
  /** How the images were divided; `split.csv` lists them. Missing in records of older versions. */
  split: z
    .strictObject({
      validation: z.union([
        z.strictObject({ perClass: count }),
        z.strictObject({ fraction: z.number() }),
      ]),
      by: z.enum(['random', 'hash', 'groups']),
      fingerprints: z.strictObject({ training: z.string(), validation: z.string() }),
    })
    .optional(),
  /** The frozen class map: label `n` is `classes[n]`. */
  classes: z.array(z.string()).min(1),
  recipe: z.array(z.looseObject({ op: z.string() })),
  recipeHash: z.string(),
  state: z.enum(['running', 'completed', 'interrupted', 'failed']),
  /** What a failed run failed with. */
  failure: z.string().optional(),
  timings: z.strictObject({
    /** ISO 8601, UTC. */
    started: z.iso.datetime(),
    ended: z.iso.datetime().optional(),
    /** Part of the work -> seconds it took. */
    seconds: z.record(z.string(), z.number()),
  }),
});

/** What a run was, is and came to: the contents of `run.json`. */
export type RunRecord = z.infer<typeof runRecordSchema>;
export type RunState = RunRecord['state'];
