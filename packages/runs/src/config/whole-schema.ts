import { z } from 'zod';
import type { WholeRange } from '../options/limits.ts';

/** The schema of a whole number in a range. */
export function wholeSchema({ least, most }: WholeRange): z.ZodInt {
  const schema = z.int().min(least);
  return most === undefined ? schema : schema.max(most);
}
