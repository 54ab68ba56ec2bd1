import { SproutError } from '@sprout/core';
import { z } from 'zod';

/**
 * Options with everything filled in.
 *
 * @param source Names them in the error.
 * @throws {SproutError} `config-invalid`, with all that is wrong.
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
