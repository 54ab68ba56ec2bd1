import { type ErrorData, fromErrorData, listImages, type Samples, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import type { ConfigOptions } from '../config/config-options.ts';
import { BATCH_SIZE } from '../config/config-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import type { ModelCard } from '@sprout/train';
import { probabilityOf, tagsAbove } from '../images/tags.ts';
import { openModel } from '../model/open-model.ts';
import { type FilePrediction, predictFiles } from '../model/predict-files.ts';

export interface PredictOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** Files and folders, or one of them. */
  readonly paths: string | Iterable<string> | AsyncIterable<string>;
}

/** The prediction for one file. */
export interface PredictedFile {
  readonly path: string;
  /** The class; of a model of tags, the tags with a space between them, which may be none. */
  readonly label: string;
  /** Of the class; of a model of tags, of exactly these tags if tags are independent of one another. */
  readonly probability: number;
  /** The probabilities of all classes, in the order of the class map. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
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
  const { emit, signal } = context;
  const { data, engine, workers, train } = await readConfig(options);
  await using model = await openModel(options.run, { engine, signal });
  const paths = typeof options.paths === 'string' ? [options.paths] : options.paths; // text is iterable too
  const { images, skipped } = await listImages(paths, { followOutside: data.followLinks });
  for (const { path, reason } of skipped) emit({ type: 'path-passed-over', path, reason });
  if (images.length === 0) emit({ type: 'no-images' });
  await using source = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const { card } = model;
  const { recipe } = card;
  const { batchSize = BATCH_SIZE } = train;
  const stream = predictFiles(model.predictor, images, { source, recipe, batchSize, signal });
  const lost = images.length === 0 ? skipped : skipped.filter(({ unreachable }) => unreachable);
  const failures = lost.map(({ path, reason }) => `${path}: ${reason}`);
  let first: string | undefined;
  for await (const outcome of withProgress(stream, { images, ...context })) {
    if ('error' in outcome) {
      const { message } = fromErrorData(outcome.error);
      failures.push(message);
      first ??= message;
      yield outcome;
    } else yield predicted(outcome, card);
  }
  first ??= failures[0];
  if (first === undefined || data.onBad === 'skip') return;
  const total = images.length + lost.length;
  throw new SproutError('images-bad', { count: failures.length, total, first });
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

function predicted(
  { path, probabilities }: Extract<FilePrediction, { probabilities: Float32Array }>,
  { classes: names, thresholds }: ModelCard,
): PredictedFile {
  const classes = names.map((name, at) => ({ name, probability: probabilities[at]! }));
  if (thresholds !== undefined) {
    const tags = tagsAbove(probabilities, names, thresholds);
    const probability = probabilityOf(tags, probabilities, names);
    return { path, label: tags.join(' '), probability, classes };
  }
  const probability = Math.max(...probabilities);
  const label = names[probabilities.indexOf(probability)]!; // the maximum is one of the probabilities
  return { path, label, probability, classes };
}
