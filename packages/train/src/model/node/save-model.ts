import { canonicalJson, makeFolder, SproutError, writeAtomic } from '@sprout/core';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { checkCard } from '../check-card.ts';
import { checkInput } from '../check-input.ts';
import { type ModelCard, modelCardSchema, type SproutFile } from '../model-card.ts';
import type { ModelDefinition } from '../model-definition.ts';
import { formatModelFile } from '../model-file.ts';
import { toLayersModel } from '../to-layers-model.ts';
import { encodeWeights, weightsFault } from '../weights-file.ts';

/**
 * Writes a model as a folder: `model.json` and `weights.bin`, which `tf.loadLayersModel` reads anywhere, and `sprout.json`,
 * which says how to feed it and seals the three. Each file appears whole or not at all; `sprout.json` comes last.
 *
 * @param folder Made where it is missing; other files in it stay.
 * @throws {SproutError} `file-unwritable`; what `loadModel` would refuse is `model-unsupported`, `shape-mismatch`,
 * `option-invalid` or `config-invalid`, before anything is written.
 */
export async function saveModel(
  folder: string,
  definition: ModelDefinition,
  card: ModelCard,
): Promise<void> {
  checkInput(definition.input);
  const { error } = modelCardSchema.safeParse(card);
  if (error !== undefined)
    throw new SproutError('config-invalid', {
      source: 'The card of a model',
      reason: z.prettifyError(error),
    });
  const fault = weightsFault(definition.weights);
  if (fault !== undefined)
    throw new SproutError('model-unsupported', { what: 'A model to save', reason: fault });
  const model = await toLayersModel(definition);
  try {
    checkCard(card, model);
  } finally {
    model.dispose();
  }
  await writeModel(folder, definition, card);
}

/** `saveModel` without its checks. */
export async function writeModel(
  folder: string,
  { topology, weights, input }: ModelDefinition,
  card: ModelCard,
): Promise<void> {
  const model = formatModelFile(topology, weights);
  const bytes = encodeWeights(weights);
  const files = { 'model.json': sha256(model), 'weights.bin': sha256(bytes) };
  const unsealed = { schema: 1, ...card, input, files } as const;
  const sealed = { ...unsealed, seal: sha256(canonicalJson(unsealed)) };
  await makeFolder(folder);
  await writeAtomic(join(folder, 'weights.bin'), bytes);
  await writeAtomic(join(folder, 'model.json'), model);
  await writeAtomic(join(folder, 'sprout.json'), `${JSON.stringify(sealed, null, 2)}\n`);
}

/** Whether a `sprout.json` is as it was written. */
export function isSealed({ seal, ...unsealed }: SproutFile): boolean {
  return seal === sha256(canonicalJson(unsealed));
}

/** In hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
