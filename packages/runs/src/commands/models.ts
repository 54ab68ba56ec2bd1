import { type ModelEntry, MODELS } from '@sprout/train';

/** A model that can be trained, with its defaults. */
export type ModelInfo = Pick<
  ModelEntry,
  'name' | 'summary' | 'recipe' | 'augmentation' | 'training'
>;

/** See `models` in `commands.ts`. */
export function models(): ModelInfo[] {
  return [...MODELS.values()].map(({ name, summary, recipe, augmentation, training }) => ({
    name,
    summary,
    recipe,
    augmentation,
    training,
  }));
}
