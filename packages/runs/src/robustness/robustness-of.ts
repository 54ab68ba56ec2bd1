import { writeAtomic } from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import type { OpenedModel } from '../model/open-model.ts';
import { pathExists } from '../run/path-exists.ts';
import { runFolder } from '../run/run-folder.ts';
import { measureRobustness, type MeasureRobustnessOptions } from './measure-robustness.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';

export interface RobustnessOfOptions extends Omit<
  MeasureRobustnessOptions,
  'recipe' | 'side' | 'seed'
> {
  /** A run folder, or the folder of a model. */
  readonly run: string;
}

/** The corrupted images are the same in each evaluation. */
const SEED = 0;

/**
 * Measures the robustness of an opened model, and writes `corruptions.json` into the folder of its run, where `report` reads it. For a
 * model without a run, nothing is written.
 *
 * @throws {SproutError} As `measureRobustness`; `file-unwritable`.
 */
export async function robustnessOf(
  { card, definition, predictor }: OpenedModel,
  pool: ImagePool,
  { run, ...options }: RobustnessOfOptions,
): Promise<RobustnessRecord> {
  const { height, width } = definition.input;
  const own = { recipe: card.recipe, side: Math.min(height, width), seed: SEED };
  const found = await measureRobustness(predictor, pool, { ...options, ...own });
  const { record, corruptions } = runFolder(run);
  if (await pathExists(record))
    await writeAtomic(corruptions, `${JSON.stringify(found, undefined, 2)}\n`);
  return found;
}
