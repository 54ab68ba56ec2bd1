import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { createDefinition, type ModelCard, type ModelDefinition, saveModel } from '@sprout/train';

export const COLOUR_CLASSES = ['blue', 'red'];
export const COLOUR_RECIPE = parseRecipe([{ op: 'resize', height: 4, width: 4 }]);

/** Small, so that no probability is rounded to 0 or 1. */
const WEIGHT = 0.02;

/** A logistic regression on images of 4 x 4 pixels that answers whether an image is rather blue or red. */
export function colourModel(): ModelDefinition {
  const definition = createDefinition('logistic', { height: 4, width: 4, classes: 2, seed: 0 });
  const forRed = [WEIGHT, 0, -WEIGHT];
  const weights = definition.weights.map((weight) =>
    weight.shape.length === 1
      ? weight
      : { ...weight, data: weight.data.map((_, at) => (at % 2 ? 1 : -1) * forRed[(at >> 1) % 3]!) },
  );
  return { ...definition, weights };
}

/** Writes the colour model as a model folder. */
export async function saveColourModel(
  folder: string,
  card: Partial<ModelCard> = {},
): Promise<string> {
  await saveModel(folder, colourModel(), {
    classes: COLOUR_CLASSES,
    recipe: COLOUR_RECIPE,
    recipeHash: recipeHash(COLOUR_RECIPE),
    versions: { sprout: '1.2.3' },
    ...card,
  });
  return folder;
}
