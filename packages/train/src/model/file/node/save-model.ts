import { parseOptions } from '../../../options/parse-options.ts';
import { checkWeights } from '../../../weights/check-weights.ts';
import { countParameters } from '../../../weights/count-parameters.ts';
import { checkCard } from '../check-card.ts';
import { checkInput } from '../../check-input.ts';
import { type ModelCard, modelCardSchema } from '../model-card.ts';
import type { ModelDefinition } from '../../model-definition.ts';
import { unsupportedModel } from '../../layers/unsupported.ts';
import { shapesOf } from '../../tfjs/shapes-of.ts';
import { formatModelFile } from '../model-file.ts';
import { TEXT_LIMIT } from '../text-limit.ts';
import { weightsFault } from '../weights-file.ts';
import { writeModel } from './write-model.ts';

/**
 * Writes a model as a folder: `model.json` and `weights.bin`, which `tf.loadLayersModel` reads, and `sprout.json`, which has
 * the card, the input and the hashes of all three. Each file appears whole or not at all; `sprout.json` is written last.
 *
 * @param folder Created if it is missing; other files in it stay.
 * @throws {SproutError} `file-unwritable`. A model that `loadModel` would refuse is refused before anything is written:
 * `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`, `option-invalid` or `config-invalid`.
 */
export async function saveModel(
  folder: string,
  definition: ModelDefinition,
  card: ModelCard,
): Promise<void> {
  checkInput(definition.input);
  parseOptions(modelCardSchema, card, 'The card of a model');
  const fault = weightsFault(definition.weights);
  if (fault !== undefined) throw unsupportedModel(fault);
  const size = Buffer.byteLength(formatModelFile(definition.topology, definition.weights));
  if (size > TEXT_LIMIT)
    throw unsupportedModel(`its model.json has ${size} bytes; at most ${TEXT_LIMIT} are read`);
  const layers = await shapesOf(definition.topology, countParameters(definition.weights));
  checkWeights(definition.weights, { required: layers.flatMap(({ weights }) => weights) });
  checkCard(card, layers.at(-1)?.output.at(-1));
  await writeModel(folder, definition, card);
}
