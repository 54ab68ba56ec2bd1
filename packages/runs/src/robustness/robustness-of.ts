import { type Samples, SproutError, writeAtomic } from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { BATCH_SIZE } from '../config/train-schema.ts';
import type { Context } from '../event/run-context.ts';
import type { OpenedModel } from '../model/open-model.ts';
import { pathExists } from '../run/path-exists.ts';
import { runFolder } from '../run/run-folder.ts';
import { measureRobustness } from './measure-robustness.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';

export interface RobustnessOfOptions extends Context {
  readonly run: string;
  readonly folder: string;
  readonly samples: Samples;
  /** That of an evaluation by default. */
  readonly batchSize: number | undefined;
}

/** The corrupted images are the same in each evaluation. */
const SEED = 0;

/**
 * Measures the robustness of an opened model, and writes `corruptions.json` into the folder of its run, where the report finds it. For a
 * model without a run it is only returned.
 *
 * @throws {SproutError} As `measureRobustness`; `file-unwritable`.
 */
export async function robustnessOf(
  { card, definition, predictor }: OpenedModel,
  pool: ImagePool,
  { run, batchSize = BATCH_SIZE, ...options }: RobustnessOfOptions,
): Promise<RobustnessRecord> {
  const { height, width } = definition.input;
  const { recipe } = card;
  const side = Math.min(height, width);
  const found = await measureRobustness(predictor, pool, {
    ...options,
    batchSize,
    recipe,
    side,
    seed: SEED,
  });
  const { record, corruptions } = runFolder(run);
  if (await pathExists(record))
    await writeAtomic(corruptions, `${JSON.stringify(found, undefined, 2)}\n`);
  return found;
}

/** The error for a model of tags. */
export function withoutAccuracy(): SproutError<'option-invalid'> {
  const rule = 'left out: the model predicts tags, which have no accuracy';
  return new SproutError('option-invalid', { option: 'corruptions', value: 'true', rule });
}
