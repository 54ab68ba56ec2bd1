import { z } from 'zod';

const quantisationSchema = z.union([
  z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
  z.object({ dtype: z.literal('float16') }),
]);

const weightSchema = z.object({
  name: z.string().min(1),
  shape: z.array(z.int().min(0)).max(32),
  dtype: z.string(),
  quantization: quantisationSchema.optional(),
});

/** The part of a `model.json` that lists weights and the files that hold them. */
export const manifestSchema = z.array(
  z.object({ paths: z.array(z.string()).max(100_000), weights: z.array(weightSchema) }),
);

export type ManifestWeight = z.output<typeof weightSchema>;
