import { z } from 'zod';

/** A spec within the spec of another op. Its own op's schema checks the rest. */
export const innerSpec = z.looseObject({ op: z.string() });

/** The schema of a field that holds a list of ops. `lists` of the op's definition names the field. */
export function opList() {
  return z.array(innerSpec).min(1).readonly();
}
