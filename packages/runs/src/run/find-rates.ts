import { writeSealed } from '@sprout/core';
import { findLearningRate, type FitOptions, type RateSweep, type Trainer } from '@sprout/train';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { rateTable } from './rate-table.ts';
import type { RunFolder } from './run-folder.ts';

const STEPS = 100;

export interface FindRatesOptions extends Context {
  readonly run: Pick<RunFolder, 'rates'>;
  /** The options of the training that follows. */
  readonly plan: FitOptions;
}

/**
 * Sweeps the learning rate with the model, the batches and the augmentation of a run, and writes the losses into its folder. The
 * trainer is then as before, so the training that follows is the same as without the sweep.
 *
 * @throws {SproutError} as `findLearningRate`.
 */
export async function findRates(
  trainer: Trainer,
  { run, plan, ...context }: FindRatesOptions,
): Promise<RateSweep> {
  const { training, classes, tags, labelSmoothing, classWeights } = plan;
  const own = { training, classes, tags, labelSmoothing, classWeights };
  const isStaged = plan.stages !== undefined;
  const sweep = await runTask(context, { task: 'find-rate', total: STEPS }, (onStep) =>
    findLearningRate(trainer, { ...own, isStaged, steps: STEPS, onStep, signal: context.signal }),
  );
  await writeSealed(run.rates, rateTable(sweep));
  const used = plan.stages?.[0]?.learningRate ?? plan.learningRate;
  context.emit({ type: 'rate-suggested', suggestion: sweep.suggestion, used });
  return sweep;
}
