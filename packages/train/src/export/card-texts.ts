import type { ModelCard } from '../model/file/model-card.ts';
import type { ModelInput } from '../model/model-definition.ts';

export type CardTexts = Readonly<
  Record<'classes' | 'recipe' | 'recipe_hash' | 'sprout_version' | 'input', string> & {
    thresholds?: string;
  }
>;

/** A model card and the model's input as texts by key, for formats whose metadata is text. Lists and objects are JSON. */
export function cardTexts(
  { classes, recipe, recipeHash, versions, thresholds }: ModelCard,
  { height, width, channels, channelOrder = 'rgb', normalisation }: ModelInput,
): CardTexts {
  return {
    classes: JSON.stringify(classes),
    recipe: JSON.stringify(recipe),
    recipe_hash: recipeHash,
    sprout_version: versions['sprout'] ?? 'unknown',
    input: JSON.stringify({ height, width, channels, channelOrder, normalisation }),
    ...(thresholds && { thresholds: JSON.stringify(thresholds) }),
  };
}
