import { isSproutError, scanFolder } from '@sprout/core';
import { parseRecipe, recipeSize, reductionOf, sniffFile } from '@sprout/imgproc';
import type { Config } from './config-schema.ts';
import type { ResolvedTraining } from './resolve-training.ts';

/** The largest number of files whose headers are read. */
const MOST_READ = 1000;

/**
 * Puts `reduce` before the resize of a default recipe if one of the images is a JPEG of at least four times the size. Up to 1,000
 * images are looked at, evenly spread over the data set.
 *
 * @param config The configuration as it was given: a recipe in it is not changed.
 */
export async function withReduction(
  resolved: ResolvedTraining,
  config: Pick<Config, 'recipe'>,
  signal?: AbortSignal,
): Promise<ResolvedTraining> {
  if (config.recipe !== undefined) return resolved;
  const { recipe, data } = resolved;
  const size = recipeSize(recipe.slice(0, 1));
  if (size === undefined) return resolved;
  for (const path of await someFiles(data, signal)) {
    const header = await sniffFile(path);
    if (header === undefined || reductionOf(header, size) === 1) continue;
    return { ...resolved, recipe: parseRecipe([{ op: 'reduce', ...size }, ...recipe]) };
  }
  return resolved;
}

/** Files of the folder. None if the folder cannot be used: the command reports that later. */
async function someFiles(
  { folder, followLinks }: ResolvedTraining['data'],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  try {
    const options = { minimumClasses: 1, followOutside: followLinks, signal };
    const { samples } = await scanFolder(folder, options);
    const { length } = samples;
    const count = Math.min(length, MOST_READ);
    const position = (index: number): number => Math.trunc((index * length) / count);
    return Array.from({ length: count }, (_, index) => samples.at(position(index)).path);
  } catch (error) {
    if (isSproutError(error)) return [];
    throw error;
  }
}
