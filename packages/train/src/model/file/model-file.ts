import type { Json } from '@sprout/core';
import { z } from 'zod';
import type { NamedTensor } from '../../tensor/named-tensor.ts';

/** The fields of `model.json` that are read. Weights of other types, or in several files, are refused. */
export const modelFileSchema = z.looseObject({
  format: z.literal('layers-model'),
  modelTopology: z.looseObject({ class_name: z.string() }),
  weightsManifest: z.tuple([
    z.looseObject({
      paths: z.tuple([z.literal('weights.bin')]),
      weights: z.array(
        z.looseObject({
          name: z.string(),
          shape: z.array(z.int().nonnegative()),
          dtype: z.literal('float32'),
        }),
      ),
    }),
  ]),
});

/** A model as the text of a `model.json` that `tf.loadLayersModel` reads, with its weights in `weights.bin`. */
export function formatModelFile(topology: Json, weights: readonly NamedTensor[]): string {
  const entries = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  return JSON.stringify({
    format: 'layers-model',
    generatedBy: 'sprout',
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [{ paths: ['weights.bin'], weights: entries }],
  });
}
