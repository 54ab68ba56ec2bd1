import { z } from 'zod';

/** The numbers drawn for one op and one image: plain data. An op that draws nothing has none. */
export interface DrawnOp {
  readonly op: string;
  readonly numbers?: unknown;
}

/** The schema of a `DrawnOp`, for ops whose numbers contain those of other ops. */
export const drawnOp = z.strictObject({ op: z.string(), numbers: z.unknown().optional() });

/** The schema of the numbers of ops in a list. */
export const drawnOps = z.array(drawnOp).readonly();
