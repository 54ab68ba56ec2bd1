import { SproutError } from '@sprout/core';
import { parseOptions } from '../../../parse-options.ts';
import { checkCard } from '../check-card.ts';
import { checkInput } from '../../check-input.ts';
import { type ModelCard, modelCardSchema } from '../model-card.ts';
import type { ModelDefinition } from '../../model-definition.ts';
import { toLayersModel } from '../../tfjs/to-layers-model.ts';
import { weightsFault } from '../weights-file.ts';
import { writeModel } from './write-model.ts';

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
  parseOptions(modelCardSchema, card, 'The card of a model');
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
