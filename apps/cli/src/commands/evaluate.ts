import { batches, scanFolder, SproutError, visibleText } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { evaluate as evaluateModel, evaluated } from '@sprout/train';
import { checkScan } from '../compose/check-scan.ts';
import { checkImages } from '../compose/check-images.ts';
import { evaluationRecord, type EvaluationRecord } from '../compose/evaluation-record.ts';
import { openModel } from '../compose/open-model.ts';
import { readConfig } from '../config/read-config.ts';
import { printedConfig } from '../config/printed-config.ts';
import { type ConfigOptions, configSettings } from '../options/config-settings.ts';
import { countedIs } from '../terminal/counted-is.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter } from '../terminal/reporter.ts';

export interface EvaluateOptions extends ConfigOptions {
  readonly config?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly printConfig?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** `sprout evaluate`: predicts each image of a class folder once, with the model's own recipe and class map. */
export async function evaluate(
  path: string,
  folder: string,
  options: EvaluateOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const { config: file, set } = options;
  const config = await readConfig({
    file,
    set,
    settings: configSettings(folder, options),
  });
  if (printedConfig(config, options, reporter)) return;
  const { data, engine, workers, train } = config;
  await using model = await openModel(path, engine);
  const { classes, recipe } = model.card;
  const scan = await scanFolder(folder, { classes });
  checkScan(scan, { onBad: data.onBad, reporter });
  using interrupt = onInterrupt(reporter.note);
  await using pool = await createImagePool({ workers });
  const { signal } = interrupt;
  const { good, bad } = await reporter.during(
    'checking images',
    scan.samples.length,
    (onProgress) =>
      checkImages(pool, scan.samples, { recipe, onBad: data.onBad, onProgress, signal }),
  );
  if (good.length === 0)
    throw new SproutError('subset-empty', { subset: 'evaluation', reason: bad[0]!.reason }); // a scan finds one
  const stream = batches(pool, {
    samples: good,
    recipe,
    batchSize: train.batchSize,
    seed: 0,
    epoch: 0,
    shuffle: false,
    signal,
  });
  const evaluation = await reporter.during('evaluating', good.length, (onProgress) =>
    evaluated(evaluateModel(model.session, stream), onProgress),
  );
  const record = evaluationRecord(evaluation, classes);
  if (bad.length > 0) reporter.warn(`${countedIs(bad.length, 'image')} left out, as unusable`);
  reporter.result(evaluationText(record), record);
}

/** An evaluation for the terminal: the headline, then a table. */
export function evaluationText({
  samples,
  accuracy,
  loss,
  classes,
  topLosses,
}: EvaluationRecord): string {
  const width = Math.max(...classes.map(({ name }) => name.length), 5);
  const rows = classes.map(({ name, precision, recall, f1, support }) =>
    [
      visibleText(name).padEnd(width),
      ...[precision, recall, f1].map((share) => share.toFixed(3).padStart(9)),
      String(support).padStart(8),
    ].join(' '),
  );
  const worst = topLosses
    .slice(0, 5)
    .map(
      ({ path, label, predicted, loss: own }) =>
        `  ${own.toFixed(2)}  ${visibleText(`${path}: ${label}, taken for ${predicted}`)}`,
    );
  return [
    `${(accuracy * 100).toFixed(1)} % of ${samples} images right, loss ${loss.toFixed(4)}`,
    '',
    `${'class'.padEnd(width)} precision    recall        f1  support`,
    ...rows,
    '',
    'largest losses',
    ...worst,
  ].join('\n');
}
