import { checkWhole, fromErrorData, type Samples, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { BATCH_SIZE } from '../config/train-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import type { ModelCard } from '@sprout/train';
import { PREDICTIONS_CONTENT } from '@sprout/viz';
import { openModel } from '../model/open-model.ts';
import type { FilePrediction } from '../model/predict-chunk.ts';
import { predictFiles } from '../model/predict-files.ts';
import { openFilePredictor } from '../model/process/open-file-predictor.ts';
import { LIMITS } from '../options/limits.ts';
import { checkPage } from '../report/check-page.ts';
import { collectedPage } from './collected-page.ts';
import { countedSorting } from './counted-sorting.ts';
import { filesToPredict } from './files-to-predict.ts';
import type { FailedFile, PredictOptions } from './predict-options.ts';
import { type PredictedFile, predictedFile } from './predicted-file.ts';

/** The page that `html` may replace. */
const REPLACED_PAGE = {
  content: PREDICTIONS_CONTENT,
  kind: 'a page of predictions',
  option: 'html',
};

/** See `predict` in `commands.ts`. */
export async function* predict(
  options: PredictOptions,
  runContext?: RunContext,
): AsyncGenerator<PredictedFile | FailedFile, void, undefined> {
  const context = contextOf(runContext);
  const { signal } = context;
  const { data, engine, workers, train } = await readConfig(options);
  if (options.html !== undefined) await checkPage(options.html, REPLACED_PAGE);
  await using model = await openModel(options.run, { engine, signal });
  checkNumbers(options, model.card);
  const { images, skipped } = await filesToPredict(options, { ...data, ...context });
  const resources = { workers, pixelLimit: data.pixelLimit };
  const work = { run: options.run, images: images.length, ...resources, signal };
  await using files = await openFilePredictor(model, work);
  const sorting = await countedSorting(options, model.card);
  const page = collectedPage(options);
  const stream = predictFiles(images, { ...files, chunk: train.batchSize ?? BATCH_SIZE, signal });
  const failures: string[] = [];
  for await (const outcome of withProgress(stream, { images, ...context })) {
    const result = resultOf(outcome, model.card, options);
    page?.add(outcome.sample, result);
    if ('error' in result) {
      failures.push(fromErrorData(result.error).message);
      yield result;
    } else {
      yield (await sorting?.sort(outcome.sample, result)) ?? result;
    }
  }
  sorting?.end(context);
  if (page !== undefined) {
    await using source = await createImagePool(resources);
    await page.write({ source, ...context });
  }
  const lost = skipped.filter(({ unreachable }) => unreachable);
  failures.push(...lost.map(({ path, reason }) => `${path}: ${reason}`));
  const [first] = failures;
  if (first === undefined || data.onBad === 'skip') return;
  const total = images.length + lost.length;
  throw new SproutError('images-bad', { count: failures.length, total, first });
}

function resultOf(
  outcome: FilePrediction,
  card: ModelCard,
  { threshold }: PredictOptions,
): PredictedFile | FailedFile {
  if ('error' in outcome) return { path: outcome.sample.id, error: outcome.error };
  return predictedFile(outcome, card, threshold);
}

/**
 * @throws {SproutError} `option-invalid` for a `top` that is out of range, and for a threshold that is no probability, or for a model of
 * tags, which has thresholds.
 */
function checkNumbers({ top, threshold }: PredictOptions, { thresholds }: ModelCard): void {
  if (top !== undefined) checkWhole('top', top, LIMITS.top);
  const isProbability = threshold === undefined || (threshold >= 0 && threshold <= 1); // false for NaN
  if (isProbability && (threshold === undefined || thresholds === undefined)) return;
  const rule = isProbability
    ? 'left out: the model has a threshold for each tag'
    : 'a probability, from 0 to 1';
  throw new SproutError('option-invalid', { option: 'threshold', value: String(threshold), rule });
}

/** Passes the predictions through and emits their progress as events. */
async function* withProgress(
  stream: AsyncIterable<FilePrediction>,
  { images, emit }: Pick<Context, 'emit'> & { readonly images: Samples },
): AsyncGenerator<FilePrediction, void, undefined> {
  const total = images.length;
  emit({ type: 'task-start', task: 'predict', total });
  try {
    let done = 0;
    for await (const outcome of stream) {
      emit({ type: 'task-progress', task: 'predict', done: ++done, total });
      yield outcome;
    }
  } finally {
    emit({ type: 'task-end', task: 'predict' });
  }
}
