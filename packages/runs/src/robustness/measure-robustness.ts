import { batches, type OpSpec, type Recipe, type Samples } from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { evaluate, evaluated, type Predictor } from '@sprout/train';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { CORRUPTIONS } from './corruptions.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';

export interface MeasureRobustnessOptions extends Context {
  readonly folder: string;
  /** Without bad images. */
  readonly samples: Samples;
  /** The accuracy on these images without a corruption. */
  readonly accuracy: number;
  readonly recipe: Recipe;
  /** The shorter side of the prepared images, in pixels. */
  readonly side: number;
  readonly batchSize: number;
  readonly seed: number;
}

/**
 * The accuracy of a classifier on images that are corrupted after they were prepared: each corruption at each severity. The same seed
 * gives the same corrupted images.
 *
 * @throws {SproutError} As `evaluate` of `@sprout/train`; `images-bad`.
 */
export async function measureRobustness(
  predictor: Pick<Predictor, 'predict'>,
  pool: ImagePool,
  {
    folder,
    samples,
    accuracy,
    recipe,
    side,
    batchSize,
    seed,
    ...context
  }: MeasureRobustnessOptions,
): Promise<RobustnessRecord> {
  const { signal } = context;
  const table = Object.entries(CORRUPTIONS).map(([name, opsFor]) => ({ name, ops: opsFor(side) }));
  const rounds = table.reduce((sum, { ops }) => sum + ops.length, 0);
  const task = { task: 'corrupt', total: rounds * samples.length } as const;
  const order = { seed, epoch: 0, shuffle: false };
  return await runTask(context, task, async (onProgress) => {
    let done = 0;
    const accuracyWith = async (op: OpSpec): Promise<number> => {
      const images = { samples, recipe, augment: [op], batchSize, ...order, signal };
      const events = evaluate(predictor, batches(pool, images));
      const found = await evaluated(events, (count) => onProgress(done + count));
      done += samples.length;
      return found.accuracy;
    };
    const corruptions: RobustnessRecord['corruptions'] = [];
    for (const { name, ops } of table) {
      const accuracies: number[] = [];
      for (const op of ops) accuracies.push(await accuracyWith(op));
      corruptions.push({ name, mean: meanOf(accuracies), accuracies, ops: [...ops] });
    }
    const mean = meanOf(corruptions.map((one) => one.mean));
    return { folder, samples: samples.length, seed, accuracy, mean, corruptions };
  });
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
