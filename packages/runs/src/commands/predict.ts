import {
  canonicalJson,
  type ErrorData,
  fromErrorData,
  listImages,
  type Samples,
  SproutError,
} from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { resolve } from 'node:path';
import type { ConfigOptions } from '../config/config-options.ts';
import { BATCH_SIZE } from '../config/config-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import type { ModelCard } from '@sprout/train';
import { probabilityOf, tagsAbove } from '../images/tags.ts';
import { openModel } from '../model/open-model.ts';
import { type FilePrediction, predictFiles } from '../model/predict-files.ts';
import { writePredictions, type WritePredictionsOptions } from '../report/write-predictions.ts';
import { type FileSorter, sortFiles } from '../model/sort-files.ts';

export interface PredictOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** Files and folders, or one of them. */
  readonly paths: string | Iterable<string> | AsyncIterable<string>;
  /** An image whose class has a smaller probability is `unknown`. Only for models of classes; 0 to 1. */
  readonly threshold?: number | undefined;
  /** A new or empty folder, into which the files are copied: each into a sub-folder with the name of its class. */
  readonly sortInto?: string | undefined;
  /** The HTML file to write: a page with the images as pictures, by predicted class. It is written after the last result. */
  readonly html?: string | undefined;
  /** With `sortInto`: whether the files are linked, not copied. */
  readonly link?: boolean | undefined;
}

/** The class of an image whose class has a smaller probability than the threshold. */
const UNKNOWN = 'unknown';

/** The prediction for one file. */
export interface PredictedFile {
  readonly path: string;
  /** The predicted class; of a model of tags, the tags with a space between them, which may be none. */
  readonly predicted: string;
  /** Of the class; of a model of tags, of exactly these tags if tags are independent of one another. */
  readonly probability: number;
  /** The probabilities of all classes, in the order of the class map. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
  /** With `sortInto`: the path of the copy or the link. */
  readonly sorted?: string | undefined;
}

/** A file that cannot be used; `fromErrorData` of `@sprout/core` gives the message. */
export interface FailedFile {
  readonly path: string;
  readonly error: ErrorData;
}

/** See `predict` in `commands.ts`. */
export async function* predict(
  options: PredictOptions,
  runContext?: RunContext,
): AsyncGenerator<PredictedFile | FailedFile, void, undefined> {
  const context = contextOf(runContext);
  const { signal } = context;
  const { data, engine, workers, train } = await readConfig(options);
  await using model = await openModel(options.run, { engine, signal });
  checkThreshold(options, model.card);
  const { images, skipped } = await listFiles(options, { ...data, ...context });
  await using source = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const sort = await sorterFor(options);
  const page = pageOf(options);
  const { card } = model;
  const { recipe } = card;
  const { batchSize = BATCH_SIZE } = train;
  const stream = predictFiles(model.predictor, images, { source, recipe, batchSize, signal });
  const broken: string[] = [];
  for await (const outcome of withProgress(stream, { images, ...context })) {
    if ('error' in outcome) {
      broken.push(fromErrorData(outcome.error).message);
      page?.failed.push(outcome);
      yield outcome;
    } else {
      const file = unknownBelow(options.threshold, predictedFile(outcome, card));
      const { path, predicted, probability } = file;
      page?.files.push({ path, predicted, probability }); // without the probabilities of all classes
      yield sort === undefined ? file : { ...file, sorted: await sort(path, predicted) };
    }
  }
  if (page !== undefined) await writePredictions(page.file, { ...page, source, ...context });
  const lost = images.length === 0 ? skipped : skipped.filter(({ unreachable }) => unreachable);
  const failures = [...broken, ...lost.map(({ path, reason }) => `${path}: ${reason}`)];
  const [first] = failures;
  if (first === undefined || data.onBad === 'skip') return;
  const total = images.length + lost.length;
  throw new SproutError('images-bad', { count: failures.length, total, first });
}

async function listFiles(
  { paths }: Pick<PredictOptions, 'paths'>,
  { followLinks, emit }: Pick<Context, 'emit'> & { readonly followLinks: boolean },
) {
  const all = typeof paths === 'string' ? [paths] : paths; // text is iterable too
  const listed = await listImages(all, { followOutside: followLinks });
  for (const { path, reason } of listed.skipped) emit({ type: 'path-passed-over', path, reason });
  if (listed.images.length === 0) emit({ type: 'no-images' });
  return listed;
}

/** @throws {SproutError} `option-invalid` for a threshold that is no probability, or of a model of tags, which has its own. */
function checkThreshold({ threshold }: PredictOptions, { thresholds }: ModelCard): void {
  const isProbability = threshold === undefined || (threshold >= 0 && threshold <= 1); // false for NaN
  if (isProbability && (threshold === undefined || thresholds === undefined)) return;
  const rule = isProbability
    ? 'left out: the model has a threshold for each tag'
    : 'a probability, from 0 to 1';
  throw new SproutError('option-invalid', { option: 'threshold', value: String(threshold), rule });
}

/** @throws {SproutError} `folder-occupied` */
async function sorterFor(options: PredictOptions): Promise<FileSorter | undefined> {
  const { sortInto, run, threshold = 0, link = false } = options;
  if (sortInto === undefined) return undefined;
  const purpose = `${canonicalJson({ run: resolve(run), threshold, link })}\n`;
  return sortFiles(sortInto, { purpose, link });
}

interface CollectedPage extends Pick<WritePredictionsOptions, 'run' | 'last'> {
  readonly file: string;
  readonly files: WritePredictionsOptions['files'][number][];
  readonly failed: FailedFile[];
}

/** Collects what the page shows; `undefined` without `html`. */
function pageOf({ run, html }: PredictOptions): CollectedPage | undefined {
  return html === undefined ? undefined : { run, file: html, files: [], failed: [], last: UNKNOWN };
}

function unknownBelow(threshold = 0, file: PredictedFile): PredictedFile {
  return file.probability < threshold ? { ...file, predicted: UNKNOWN } : file;
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

function predictedFile(
  { path, probabilities }: Extract<FilePrediction, { probabilities: Float32Array }>,
  { classes: names, thresholds }: ModelCard,
): PredictedFile {
  const classes = names.map((name, at) => ({ name, probability: probabilities[at]! }));
  if (thresholds !== undefined) {
    const tags = tagsAbove(probabilities, names, thresholds);
    const probability = probabilityOf(tags, probabilities, names);
    return { path, predicted: tags.join(' '), probability, classes };
  }
  const probability = Math.max(...probabilities);
  const best = names[probabilities.indexOf(probability)]!; // the maximum is one of the probabilities
  return { path, predicted: best, probability, classes };
}
