import { isSproutError, SproutError } from '@sprout/core';
import { parseAugmentation, parseRecipe } from '@sprout/imgproc';
import { z } from 'zod';
import { isModelFile } from './complete-from-file.ts';
import { modelDefaults } from './model-defaults.ts';
import { AUTO } from './search-section.ts';

const modelSection = z.looseObject({ model: z.looseObject({ name: z.string() }) });

/**
 * Checks the ops and the name of the model in the file of a configuration. Without this check, an error would name the options that
 * are combined with the file. The schema checks the other fields.
 *
 * @throws {SproutError} `config-invalid`, which names the file.
 */
export function checkNames(file: string, config: object): void {
  const { recipe, augment } = config as Readonly<Record<string, unknown>>; // a parsed file
  try {
    if (Array.isArray(recipe)) parseRecipe(recipe);
    if (Array.isArray(augment)) parseAugmentation(augment);
    const { name } = modelSection.safeParse(config).data?.model ?? { name: AUTO };
    if (name !== AUTO && !isModelFile(name)) modelDefaults({ name });
  } catch (cause) {
    if (!isSproutError(cause)) throw cause;
    throw new SproutError('config-invalid', { source: file, reason: cause.message }, { cause });
  }
}
