import { batches, type ImageSource, type Samples, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { evaluate as evaluateModel, evaluated, evaluateTags, type ModelCard } from '@sprout/train';
import type { Fact } from '@sprout/viz';
import type { ConfigOptions } from '../config/config-options.ts';
import { BATCH_SIZE } from '../config/train-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { runTask } from '../event/run-task.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { type BadFile, checkImages } from '../images/check-images.ts';
import { checkOutside } from '../images/check-outside.ts';
import { checkScan } from '../images/check-scan.ts';
import { type ModelScan, scanForModel } from '../images/scan-for-model.ts';
import { type OpenedModel, openModel } from '../model/open-model.ts';
import { modelFolder } from '../model/load-run-model.ts';
import { writeEvaluation } from '../report/write-evaluation.ts';
import { writeRobustness } from '../report/write-robustness.ts';
import { robustnessOf } from '../robustness/robustness-of.ts';
import { claimEvaluationFolder, type EvaluationFolder } from '../run/evaluation-folder.ts';
import { evaluationRecord, type EvaluationRecord } from '../run/evaluation-record.ts';
import { type EvaluationResults, markSeen } from '../run/mark-seen.ts';
import { predictionRows } from '../run/prediction-rows.ts';
import { runFolder } from '../run/run-folder.ts';
import type { RobustnessRecord } from '../run/robustness-record.ts';
import { seenImages } from '../run/seen-images.ts';
import { tagRecord, tagRows } from '../run/tag-record.ts';
import { version } from '../run/version.ts';

export interface EvaluateOptions extends ConfigOptions {
  /** For a model of tags: a CSV file with the columns path and tags. The folder then needs no class folders. */
  readonly tags?: string | undefined;
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** A folder with one sub-folder for each class of the model. */
  readonly folder: string;
  /**
   * Whether the accuracy on corrupted images is measured too, see `docs/guide/robustness.md`: 56 times the work. The
   * accuracies are written to `corruptions.json` in the folder of the evaluation. Not for a model of tags.
   */
  readonly corruptions?: boolean | undefined;
  /** The folder to write; by default in `evaluations` of the run, or in `RUN-evaluations` beside a model folder. */
  readonly out?: string | undefined;
}

export interface EvaluateResult {
  readonly evaluation: EvaluationRecord;
  /** Only with `corruptions`. */
  readonly robustness?: RobustnessRecord;
  /** The folder with `evaluation.json`, `predictions.csv`, `plots`, `report.html` and, with `corruptions`, `corruptions.json`. */
  readonly out: string;
  /** The path of the report. */
  readonly report: string;
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
  const { recipe } = model.card;
  checkCorruptions(options, model.card);
  const scan = await scanForModel(model.card, { ...data, folder, ...context });
  checkScan(scan, { onBad: data.onBad, ...context });
  const out = await claimOut(options);
  await using pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const checkOptions = { recipe, onBad: data.onBad, ...context };
  const { good, bad } = await checkImages(pool, scan.samples, checkOptions);
  if (good.length === 0)
    throw new SproutError('subset-empty', { subset: 'evaluation', reason: bad[0]!.reason }); // a scan finds at least one image
  const batchSize = train.batchSize ?? BATCH_SIZE;
  const found = await predictions(model, { pool, scan, samples: good, batchSize, ...context });
  const { evaluation, rows } = markSeen(found, await seenImages(runFolder(run), good));
  const page = await writeEvaluation(out, {
    given: run,
    folder,
    run: { model: await modelFolder(run) },
    evaluation,
    resolved: { recipe, engine },
    rows,
    bad: bad.length,
    pictures: { source: pool, dataset: { ...scan, samples: good } },
    settings: settingsOf(options, model.predictor),
  });
  const result = { evaluation, bad, out: out.folder, report: out.report };
  if (corruptions !== true) return result;
  const { accuracy } = evaluation;
  const images = { folder, samples: good, accuracy, batchSize, ...context };
  const robustness = await robustnessOf(model, pool, images);
  await writeRobustness(out, robustness, page);
  return { ...result, robustness };
}

/** @throws {SproutError} `option-invalid` for `corruptions` of a model of tags. */
function checkCorruptions({ corruptions }: EvaluateOptions, { thresholds }: ModelCard): void {
  if (corruptions !== true || thresholds === undefined) return;
  const rule = 'left out: the model predicts tags, which have no accuracy';
  throw new SproutError('option-invalid', { option: 'corruptions', value: 'true', rule });
}

/** Claims the folder to write, before the images are read. It is not inside the folder of the images. */
async function claimOut(options: EvaluateOptions): Promise<EvaluationFolder> {
  const { run, folder, out } = options;
  await checkOutside(folder, out ?? run, { option: 'out', value: out ?? 'nothing' });
  return claimEvaluationFolder({ run, folder, out });
}

interface PredictionsOptions extends Context {
  readonly pool: ImageSource;
  readonly scan: ModelScan;
  readonly samples: Samples;
  readonly batchSize: number;
}

function predictions(
  { predictor, card: { classes, recipe, thresholds } }: OpenedModel,
  { pool, scan, samples, batchSize, ...context }: PredictionsOptions,
): Promise<EvaluationResults> {
  const { signal } = context;
  const order = { seed: 0, epoch: 0, shuffle: false };
  const stream = batches(pool, { samples, recipe, batchSize, ...order, signal });
  const total = samples.length;
  return runTask(context, { task: 'evaluate', total }, async (onPrediction) => {
    if (scan.tags === undefined || thresholds === undefined) {
      const found = await evaluated(evaluateModel(predictor, stream), onPrediction);
      return { evaluation: evaluationRecord(found, classes), rows: predictionRows(found, classes) };
    }
    const found = await evaluateTags(predictor, stream, { tags: scan.tags.rows, onPrediction });
    const own = { names: classes, thresholds, texts: scan.classes };
    return { evaluation: tagRecord(found, own), rows: tagRows(found, own) };
  });
}

function settingsOf({ run, folder }: EvaluateOptions, predictor: OpenedModel['predictor']): Fact[] {
  return [
    { name: 'Model', value: run },
    { name: 'Images', value: folder },
    { name: 'Engine', value: predictor.engine },
    { name: 'Sprout', value: version() },
  ];
}
