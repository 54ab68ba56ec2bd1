import { SproutError } from '@sprout/core';
import { z } from 'zod';
import type { ModelSection } from '../transfer/transfer-of.ts';

/** The name that stands for a model that is found by a search. */
export const AUTO = 'auto';

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** A duration such as `90s`, `15m` or `1.5h`, as seconds. */
const durationSchema = z
  .string()
  .regex(/^\d+(\.\d+)?[smh]$/, 'must be a duration such as 90s, 15m or 1.5h')
  .transform((text) => {
    const unit = text.at(-1) as keyof typeof SECONDS; // checked above
    return Number(text.slice(0, -1)) * SECONDS[unit];
  })
  .refine((seconds) => seconds > 0, { error: 'must be longer than 0' });

/** The section `model` of a search. */
export const searchSchema = z.strictObject({
  /** In seconds once it is parsed. */
  budget: durationSchema
    .default(15 * 60)
    .describe(
      'The time for the search and the training of its winner, such as `90s`, `15m` or `1h`; 15 minutes if left out.',
    ),
  weights: z
    .union([
      z.string(),
      z
        .object({ file: z.string().describe('The path of the file or the folder.') })
        .transform(({ file }) => file),
    ])
    .optional()
    .describe(
      'The file of the released weights of a base, or a folder with such files. Left out, two small bases are downloaded.',
    ),
});

export type SearchSection = z.output<typeof searchSchema>;

/** @throws {SproutError} `config-invalid` */
export function parseSearch({ name: _, ...fields }: ModelSection): SearchSection {
  const { data, error } = searchSchema.safeParse(fields);
  if (error === undefined) return data;
  const reason = z.prettifyError(error);
  throw new SproutError('config-invalid', { source: `The section model, for ${AUTO},`, reason });
}
