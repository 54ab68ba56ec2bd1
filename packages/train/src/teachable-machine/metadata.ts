import { z } from 'zod';

/** The fields of `metadata.json` that are read. */
export const metadataSchema = z.looseObject({
  labels: z.array(z.string()).min(2),
  tfjsVersion: z.string().optional(),
  tmVersion: z.string().optional(),
  packageName: z.string().optional(),
  packageVersion: z.string().optional(),
  modelName: z.string().optional(),
  grayscale: z.boolean().optional(),
  imageSize: z.int().positive().optional(),
});

export type Metadata = z.output<typeof metadataSchema>;
