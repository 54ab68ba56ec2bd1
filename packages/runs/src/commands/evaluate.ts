import { batches, type ScannedFolder, scanFolder, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { evaluate as evaluateModel, evaluated, evaluateTags, type ModelCard } from '@sprout/train';
import type { ConfigOptions } from '../config/config-options.ts';
import { BATCH_SIZE } from '../config/config-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { runTask } from '../event/run-task.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { type BadFile, checkImages } from '../images/check-images.ts';
import { checkScan } from '../images/check-scan.ts';
import { scanTagged } from '../images/scan-tagged.ts';
import type { Tags } from '../images/tags.ts';
import { openModel } from '../model/open-model.ts';
import { robustnessOf, withoutAccuracy } from '../robustness/robustness-of.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';
import { evaluationRecord, type EvaluationRecord } from '../run/evaluation-record.ts';
import { tagRecord } from '../run/tag-record.ts';

export interface EvaluateOptions extends ConfigOptions {
  /** For a model of tags: a CSV file with the columns path and tags. The folder then needs no class folders. */
  readonly tags?: string | undefined;
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** A folder with one sub-folder for each class of the model. */
  readonly folder: string;
  /**
   * Whether the accuracy on corrupted images is measured too, see `docs/guide/robustness.md`: 56 times the work. For a run,
   * `corruptions.json` is written into its folder. Not for a model of tags.
   */
  readonly corruptions?: boolean | undefined;
}

export interface EvaluateResult {
  readonly evaluation: EvaluationRecord;
  /** Only with `corruptions`. */
  readonly robustness?: RobustnessRecord;
  /** The images that were left out, with `onBad: 'skip'`. */
  readonly bad: readonly BadFile[];
}

/** See `evaluate` in `commands.ts`. */
export async function evaluate(
  options: EvaluateOptions,
  runContext?: RunContext,
): Promise<EvaluateResult> {
  const { run, folder, corruptions } = options;
  const context = contextOf(runContext);
  const { data, engine, workers, train } = await readConfig(options);
  await using model = await openModel(run, { engine, signal: context.signal });
  const { classes, recipe, thresholds } = model.card;
  const scan = await scanFor(model.card, { ...data, folder, corruptions, ...context });
  checkScan(scan, { onBad: data.onBad, ...context });
  await using pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const checkOptions = { recipe, onBad: data.onBad, ...context };
  const { good, bad } = await checkImages(pool, scan.samples, checkOptions);
  if (good.length === 0)
    throw new SproutError('subset-empty', { subset: 'evaluation', reason: bad[0]!.reason }); // a scan finds at least one image
  const stream = batches(pool, {
    samples: good,
    recipe,
    batchSize: train.batchSize ?? BATCH_SIZE,
    seed: 0,
    epoch: 0,
    shuffle: false,
    signal: context.signal,
  });
  const task = { task: 'evaluate', total: good.length } as const;
  const { predictor } = model;
  const evaluation = await runTask(context, task, async (onPrediction) => {
    if (scan.tags === undefined || thresholds === undefined)
      return evaluationRecord(
        await evaluated(evaluateModel(predictor, stream), onPrediction),
        classes,
      );
    const found = await evaluateTags(predictor, stream, { tags: scan.tags.rows, onPrediction });
    return tagRecord(found, { names: classes, thresholds, texts: scan.classes });
  });
  if (corruptions !== true) return { evaluation, bad };
  const images = { ...options, samples: good, batchSize: train.batchSize, ...context };
  return { evaluation, bad, robustness: await robustnessOf(model, pool, images) };
}

interface ScanForOptions extends Context, Pick<EvaluateOptions, 'corruptions'> {
  readonly folder: string;
  readonly tags?: string | undefined;
  readonly followLinks: boolean;
}

/** @throws {SproutError} `option-invalid` for a model of tags without a table of tags, or the other way round. */
async function scanFor(
  { classes, thresholds }: ModelCard,
  { folder, tags, followLinks, corruptions, emit, signal }: ScanForOptions,
): Promise<ScannedFolder & { readonly tags?: Tags }> {
  const followOutside = followLinks;
  if (thresholds !== undefined && corruptions === true) throw withoutAccuracy();
  if (thresholds !== undefined && tags !== undefined)
    return scanTagged(folder, { file: tags, names: classes, followOutside, emit, signal });
  if (thresholds === undefined && tags === undefined)
    return scanFolder(folder, { classes, followOutside, signal });
  const rule =
    tags === undefined
      ? 'a CSV file, because the model predicts tags'
      : 'left out: the model predicts one class';
  throw new SproutError('option-invalid', { option: 'tags', value: tags ?? 'nothing', rule });
}
