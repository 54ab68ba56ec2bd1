import type { ModelCard } from '../model/file/model-card.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { encodeSafetensors } from '../weights/safetensors.ts';
import { cardTexts } from './card-texts.ts';

/**
 * The weights of a model as a safetensors file: tensors of 32-bit floats with the names and shapes of the layers model
 * (`layer/kernel`, `[height, width, channels, filters]`). The metadata has `classes`, `recipe`, `input`, `topology` and, for a model
 * of tags, `thresholds` as JSON, `recipe_hash` and `sprout_version`. `readWeights` reads the file.
 *
 * @returns A fresh array.
 */
export function toSafetensors(
  { topology, weights, input }: ModelDefinition,
  card: ModelCard,
): Uint8Array {
  const metadata = { ...cardTexts(card, input), topology: JSON.stringify(topology) };
  return encodeSafetensors({ tensors: weights, metadata });
}
