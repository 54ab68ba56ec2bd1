import { makeFolder, writeAtomic } from '@sprout/core';
import { join } from 'node:path';
import type { ModelCard } from '../model-card.ts';
import type { ModelDefinition, ModelInput } from '../../model-definition.ts';
import { formatModelFile } from '../model-file.ts';
import { encodeWeights } from '../weights-file.ts';
import { sealOf } from './seal.ts';
import { sha256 } from './sha256.ts';

/** Writes the files of a model, which `saveModel` has checked. @throws {SproutError} `file-unwritable` */
export async function writeModel(
  folder: string,
  { topology, weights, input }: ModelDefinition,
  card: ModelCard,
): Promise<void> {
  const model = formatModelFile(topology, weights);
  const bytes = encodeWeights(weights);
  const files = { 'model.json': sha256(model), 'weights.bin': sha256(bytes) };
  const unsealed = { schema: 1, ...card, input: withoutDefault(input), files } as const;
  const sealed = { ...unsealed, seal: sealOf(unsealed) };
  await makeFolder(folder);
  await writeAtomic(join(folder, 'weights.bin'), bytes);
  await writeAtomic(join(folder, 'model.json'), model);
  await writeAtomic(join(folder, 'sprout.json'), `${JSON.stringify(sealed, null, 2)}\n`);
}

/** Leaves out RGB, the default: so the files of such models are the same as before the field `channelOrder` existed. */
function withoutDefault({ channelOrder, ...input }: ModelInput): ModelInput {
  return channelOrder === 'bgr' ? { ...input, channelOrder } : input;
}
