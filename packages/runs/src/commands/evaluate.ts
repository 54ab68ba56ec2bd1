import { batches, scanFolder, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { evaluate as evaluateModel, evaluated } from '@sprout/train';
import type { ConfigOptions } from '../config/config-options.ts';
import { readConfig } from '../config/read-config.ts';
import { runTask } from '../event/run-task.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { type BadFile, checkImages } from '../images/check-images.ts';
import { checkScan } from '../images/check-scan.ts';
import { openModel } from '../model/open-model.ts';
import { evaluationRecord, type EvaluationRecord } from '../run/evaluation-record.ts';

export interface EvaluateOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** A folder with one sub-folder for each class of the model. */
  readonly folder: string;
}

export interface EvaluateResult {
  readonly evaluation: EvaluationRecord;
  /** The images that were left out, with `onBad: 'skip'`. */
  readonly bad: readonly BadFile[];
}

/** See `evaluate` in `commands.ts`. */
export async function evaluate(
  options: EvaluateOptions,
  runContext?: RunContext,
): Promise<EvaluateResult> {
  const { run, folder } = options;
  const context = contextOf(runContext);
  const { data, engine, workers, train } = await readConfig(options);
  await using model = await openModel(run, { engine, signal: context.signal });
  const { classes, recipe } = model.card;
  const scan = await scanFolder(folder, { classes, followOutside: data.followLinks });
  checkScan(scan, { onBad: data.onBad, ...context });
  await using pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const checkOptions = { recipe, onBad: data.onBad, ...context };
  const { good, bad } = await checkImages(pool, scan.samples, checkOptions);
  if (good.length === 0)
    throw new SproutError('subset-empty', { subset: 'evaluation', reason: bad[0]!.reason }); // a scan finds at least one image
  const stream = batches(pool, {
    samples: good,
    recipe,
    batchSize: train.batchSize,
    seed: 0,
    epoch: 0,
    shuffle: false,
    signal: context.signal,
  });
  const task = { task: 'evaluate', total: good.length } as const;
  const evaluation = await runTask(context, task, (onProgress) =>
    evaluated(evaluateModel(model.predictor, stream), onProgress),
  );
  return { evaluation: evaluationRecord(evaluation, classes), bad };
}
