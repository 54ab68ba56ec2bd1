import type { ImagePool } from '@sprout/imgproc';
import type { OpenedModel } from '../model/open-model.ts';
import { measureRobustness, type MeasureRobustnessOptions } from './measure-robustness.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';

export type RobustnessOfOptions = Omit<MeasureRobustnessOptions, 'recipe' | 'side' | 'seed'>;

/** The corrupted images are the same in each evaluation. */
const SEED = 0;

/** Measures the robustness of an opened model. @throws {SproutError} As `measureRobustness`. */
export async function robustnessOf(
  { card, definition, predictor }: OpenedModel,
  pool: ImagePool,
  options: RobustnessOfOptions,
): Promise<RobustnessRecord> {
  const { height, width } = definition.input;
  const own = { recipe: card.recipe, side: Math.min(height, width), seed: SEED };
  return measureRobustness(predictor, pool, { ...options, ...own });
}
