import {
  checkWhole,
  fromErrorData,
  type ListedImages,
  listImages,
  type Samples,
  SproutError,
} from '@sprout/core';
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
import { pathExists } from '../run/path-exists.ts';
import { checkPage } from '../report/check-page.ts';
import { collectedPage } from './collected-page.ts';
import { countedSorting } from './counted-sorting.ts';
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
  checkThreshold(options, model.card);
  if (options.top !== undefined) checkWhole('top', options.top, LIMITS.top);
  const { images, skipped } = await listFiles(options, { ...data, ...context });
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
  const lost = images.length === 0 ? skipped : skipped.filter(({ unreachable }) => unreachable);
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

async function listFiles(
  options: PredictOptions,
  { followLinks, emit, signal }: Context & { readonly followLinks: boolean },
) {
  const { paths } = options;
  const all = typeof paths === 'string' ? [paths] : paths; // text is iterable too
  const listed = await listImages(all, { followOutside: followLinks, signal });
  await checkExists(listed, options);
  checkLink(options, listed.images);
  for (const { path, reason } of listed.skipped) emit({ type: 'path-passed-over', path, reason });
  if (listed.images.length === 0) emit({ type: 'no-images' });
  return listed;
}

/** @throws {SproutError} `file-missing` if no path names an image, and the first one that cannot be used does not exist. */
async function checkExists(
  { images, skipped }: ListedImages,
  { onBad }: PredictOptions,
): Promise<void> {
  const first = skipped.find(({ unreachable }) => unreachable);
  if (images.length > 0 || first === undefined || onBad === 'skip') return;
  if (!(await pathExists(first.path))) throw new SproutError('file-missing', { file: first.path });
}

/** @throws {SproutError} `option-invalid` for a threshold that is no probability, or for a model of tags, which has thresholds. */
function checkThreshold({ threshold }: PredictOptions, { thresholds }: ModelCard): void {
  const isProbability = threshold === undefined || (threshold >= 0 && threshold <= 1); // false for NaN
  if (isProbability && (threshold === undefined || thresholds === undefined)) return;
  const rule = isProbability
    ? 'left out: the model has a threshold for each tag'
    : 'a probability, from 0 to 1';
  throw new SproutError('option-invalid', { option: 'threshold', value: String(threshold), rule });
}

/** @throws {SproutError} `option-invalid` for links to images of a project file, which are unpacked into a cache. */
function checkLink({ link = false }: PredictOptions, images: Samples): void {
  if (!link) return;
  for (const { id, path } of images) {
    if (id === path) continue;
    const rule = `left out for the images of a project file, such as ${id}`;
    throw new SproutError('option-invalid', { option: 'link', value: 'true', rule });
  }
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
