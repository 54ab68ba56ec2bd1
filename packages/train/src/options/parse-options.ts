import { SproutError } from '@sprout/core';
import { z } from 'zod';

/**
 * Checks options against a schema and fills in the defaults.
 *
 * @param source Names the options in the error.
 * @throws {SproutError} `config-invalid`, listing everything that is wrong.
 */
export function parseOptions<Schema extends z.ZodType>(
  schema: Schema,
  options: unknown,
  source: string,
): z.output<Schema> {
  const { data, error } = schema.safeParse(options);
  if (error === undefined) return data;
  throw new SproutError('config-invalid', { source, reason: z.prettifyError(error) });
}
