import { canonicalJson, makeFolder, writeAtomic } from '@sprout/core';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ModelCard, SproutFile } from '../model-card.ts';
import type { ModelDefinition } from '../model-definition.ts';
import { formatModelFile } from '../model-file.ts';
import { encodeWeights } from '../weights-file.ts';

/**
 * Writes a model as a folder: `model.json` and `weights.bin`, which `tf.loadLayersModel` reads anywhere, and `sprout.json`,
 * which says how to feed it and seals the three. Each file appears whole or not at all; `sprout.json` comes last.
 *
 * @param folder Made where it is missing; other files in it stay.
 * @throws {SproutError} `file-unwritable`.
 */
export async function saveModel(
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
