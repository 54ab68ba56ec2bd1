import { isSproutError, type Sample, scanFolder } from '@sprout/core';
import { parseRecipe, recipeSize, reductionOf, sniffFile } from '@sprout/imgproc';
import { openKeptFacts } from '../facts/kept-facts.ts';
import type { Config } from './config-schema.ts';
import type { ResolvedTraining } from './resolve-training.ts';

/** The largest number of files whose headers are read. */
const MOST_READ = 1000;

/** The sizes in facts are upright. Facts have no channels, so for a large JPEG the header decides. */
const UPRIGHT = { orientation: 1, channels: 3 };

export interface WithReductionOptions {
  /** The folder that holds all caches. The headers of images whose facts are kept in it are not read. */
  readonly caches?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts `reduce` before the resize of a default recipe if one of the images is a JPEG of at least four times the size. Up to 1,000
 * images are read, evenly spread over the data set.
 *
 * @param config The configuration as it was given: a recipe in it is not changed.
 */
export async function withReduction(
  resolved: ResolvedTraining,
  config: Pick<Config, 'recipe'>,
  { caches, signal }: WithReductionOptions = {},
): Promise<ResolvedTraining> {
  if (config.recipe !== undefined) return resolved;
  const { recipe, data } = resolved;
  const size = recipeSize(recipe.slice(0, 1));
  if (size === undefined) return resolved;
  const { folder, cache } = data;
  const kept = caches !== undefined && cache ? await openKeptFacts({ caches, folder }) : undefined;
  for (const sample of await someSamples(data, signal)) {
    const known = await kept?.find(sample);
    if (known !== undefined && reductionOf({ ...known, ...UPRIGHT }, size) === 1) continue;
    const header = await sniffFile(sample.path);
    if (header === undefined || reductionOf(header, size) === 1) continue;
    return { ...resolved, recipe: parseRecipe([{ op: 'reduce', ...size }, ...recipe]) };
  }
  return resolved;
}

/** Images of the folder. None if the folder cannot be used: the command reports that later. */
async function someSamples(
  { folder, parts, followLinks }: ResolvedTraining['data'],
  signal: AbortSignal | undefined,
): Promise<Sample[]> {
  try {
    const options = { minimumClasses: 1, followOutside: followLinks, parts, signal };
    const { samples } = await scanFolder(folder, options);
    const { length } = samples;
    const count = Math.min(length, MOST_READ);
    const position = (index: number): number => Math.trunc((index * length) / count);
    return Array.from({ length: count }, (_, index) => samples.at(position(index)));
  } catch (error) {
    if (isSproutError(error)) return [];
    throw error;
  }
}
