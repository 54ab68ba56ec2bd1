import { writeSealed } from '@sprout/core';
import { z } from 'zod';

const trialSchema = z.object({
  candidate: z.string(),
  round: z.int(),
  epochs: z.int(),
  accuracy: z.number(),
  loss: z.number(),
  epochSeconds: z.number(),
  seconds: z.number(),
});

/** The contents of `search.json`: how the model of a run was chosen. */
export const searchRecordSchema = z.object({
  /** The seconds for the search and the training of the winner. */
  budget: z.number(),
  /** The number of training images that the candidates were trained on, and of those that they were compared on. */
  images: z.object({ training: z.int(), compared: z.int() }),
  winner: z.string(),
  trials: z.array(trialSchema).readonly(),
  leftOut: z.array(z.object({ candidate: z.string(), reason: z.string() })).readonly(),
});

export type SearchRecord = Readonly<z.output<typeof searchRecordSchema>>;

export async function writeSearchRecord(file: string, record: SearchRecord): Promise<void> {
  await writeSealed(file, `${JSON.stringify(record, null, 2)}\n`);
}
