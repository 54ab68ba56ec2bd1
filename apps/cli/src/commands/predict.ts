import { formatCsv, fromErrorData, listImages, SproutError } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { createInterface } from 'node:readline';
import { openModel } from '../compose/open-model.ts';
import { type FilePrediction, predictFiles } from '../compose/predict-files.ts';
import { readConfig } from '../config/read-config.ts';
import { printedConfig } from '../config/printed-config.ts';
import { type ConfigOptions, configSettings } from '../options/config-settings.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter } from '../terminal/reporter.ts';

export interface PredictOptions extends ConfigOptions {
  readonly config?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly printConfig?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * `sprout predict`: one line an image, as they come. Files that cannot be used are told of on stderr; unless they are
 * to be skipped, the command fails in the end.
 */
export async function predict(
  path: string,
  paths: readonly string[],
  options: PredictOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const { config: file, set } = options;
  const config = await readConfig({
    file,
    set,
    settings: configSettings(undefined, options),
  });
  if (printedConfig(config, options, reporter)) return;
  const { data, engine, workers, train } = config;
  await using model = await openModel(path, engine);
  const { images, skipped } = await listImages(expand(paths));
  for (const { path: left, reason } of skipped) reporter.warn(`${left} is passed over: ${reason}`);
  if (images.length === 0) reporter.warn('there are no images to predict');
  using interrupt = onInterrupt(reporter.note);
  await using source = await createImagePool({ workers });
  const { classes, recipe } = model.card;
  const write = lineWriter(classes, options);
  const bad: string[] = [];
  const stream = predictFiles(model.session, images, {
    source,
    recipe,
    batchSize: train.batchSize,
    signal: interrupt.signal,
  });
  await reporter.during('predicting', images.length, async (onProgress) => {
    let done = 0;
    for await (const outcome of stream) {
      onProgress(++done);
      if ('error' in outcome) {
        const { message } = fromErrorData(outcome.error);
        reporter.warn(message);
        bad.push(message);
      } else {
        await write(outcome);
      }
    }
  });
  const failed = bad.length + skipped.length;
  if (failed > 0 && data.onBad === 'fail') {
    const first = bad[0] ?? `${skipped[0]!.path}: ${skipped[0]!.reason}`;
    throw new SproutError('images-bad', {
      count: failed,
      total: images.length + skipped.length,
      first,
    });
  }
}

/** The paths as given; `-` stands for the lines of standard input. */
async function* expand(paths: readonly string[]): AsyncGenerator<string, void, undefined> {
  for (const path of paths) {
    if (path !== '-') yield path;
    else
      for await (const line of createInterface({ input: process.stdin }))
        if (line !== '') yield line;
  }
}

type Predicted = Extract<FilePrediction, { probabilities: Float32Array }>;

/** Writes CSV rows under a header, or JSON lines; waits while the reader is slower. */
function lineWriter(
  classes: readonly string[],
  { json = false, all = false }: PredictOptions,
): (prediction: Predicted) => Promise<void> {
  const print = async (text: string): Promise<void> => {
    if (!process.stdout.write(text))
      await new Promise((drained) => process.stdout.once('drain', drained));
  };
  let header = json ? '' : formatCsv([['path', 'label', 'probability', ...(all ? classes : [])]]);
  return async ({ path, probabilities }) => {
    const probability = Math.max(...probabilities);
    const label = classes[probabilities.indexOf(probability)]!;
    if (json) {
      const every = {
        classes: classes.map((name, at) => ({ name, probability: probabilities[at]! })),
      };
      await print(`${JSON.stringify({ path, label, probability, ...(all && every) })}\n`);
      return;
    }
    await print(header + formatCsv([[path, label, probability, ...(all ? probabilities : [])]]));
    header = '';
  };
}
