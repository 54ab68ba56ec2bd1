import { scanFolder, writeAtomic } from '@sprout/core';
import { createImagePool, writeSample } from '@sprout/imgproc';
import { join, resolve } from 'node:path';
import { examineImages } from '../compose/examine-images.ts';
import { healthText } from '../compose/health-text.ts';
import { resolveTraining } from '../compose/resolve-training.ts';
import { trainRun } from '../compose/train-run.ts';
import { reportOf } from '../compose/write-report.ts';
import { readConfig } from '../config/read-config.ts';
import { readRun } from '../run/read-run.ts';
import { createRunFolder, runFolder } from '../run/run-folder.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { type Reporter, createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface DemoOptions extends ReporterOptions {
  readonly out: string;
}

/** Small enough to be quick, large enough for the leaves' edges. */
const SIZE = { height: 96, width: 96 };

/** Enough for the drawn species to be told apart; on two cores both trainings take less than two minutes. */
const EPOCHS = { logistic: 10, 'small-cnn': 24 } as const;

/** `sprout demo`: draws a data set, looks for what is wrong with it, trains two models and compares them in one report. */
export async function demo(options: DemoOptions): Promise<void> {
  const reporter = createReporter(options);
  const folder = join(options.out, 'seedlings');
  using interrupt = onInterrupt(reporter.note);
  const { signal } = interrupt;
  reporter.note(`1. drawing seedlings into ${folder}`);
  await reporter.during('drawing', 480, (onProgress) =>
    writeSample(folder, { classes: 12, images: 40, size: 150, seed: 0, signal, onProgress }),
  );
  await using pool = await createImagePool();
  const dataset = await scanFolder(folder);
  reporter.note('2. looking for what is wrong with them');
  const health = await reporter.during('looking at images', dataset.samples.length, (onProgress) =>
    examineImages(pool, dataset, { onProgress, signal }),
  );
  reporter.note(healthText(health));
  reporter.note('3. training the baseline: logistic regression on the pixels');
  const baseline = await trainOn(folder, { model: 'logistic', options, reporter, signal });
  reporter.note('4. training a small convolutional net');
  const net = await trainOn(folder, { model: 'small-cnn', options, reporter, signal });
  const runs = [await readRun(runFolder(net.run)), await readRun(runFolder(baseline.run))] as const;
  const report = resolve(options.out, 'report.html');
  await writeAtomic(report, await reportOf([...runs], { source: pool, dataset }));
  const accuracies = [net, baseline].map(
    ({ model, validationAccuracy }) => `${model} ${(validationAccuracy * 100).toFixed(1)} %`,
  );
  reporter.note(`validation accuracy: ${accuracies.join(', ')}`);
  reporter.result(report, { report, runs: [net, baseline] });
}

interface TrainOnOptions {
  readonly model: keyof typeof EPOCHS;
  readonly options: DemoOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

async function trainOn(folder: string, { model, options, reporter, signal }: TrainOnOptions) {
  const runs = join(options.out, 'runs');
  const settings = [
    { path: ['data', 'folder'], value: resolve(folder) },
    { path: ['data', 'validation'], value: { perClass: 8 } },
    { path: ['model', 'name'], value: model },
    { path: ['train', 'epochs'], value: EPOCHS[model] },
  ];
  return trainRun({
    resolved: resolveTraining(await readConfig({ settings }), { size: SIZE }),
    command: commandOf(folder, model, runs),
    runs,
    openRun: () => createRunFolder(runs, { model }),
    reporter,
    sayFindings: false, // step 2 did
    signal,
  });
}

/** What a user would type for the same. */
function commandOf(folder: string, model: keyof typeof EPOCHS, runs: string): string[] {
  const settings = `--epochs ${EPOCHS[model]} --size ${SIZE.height}x${SIZE.width} --validation 8`;
  return ['train', folder, '--model', model, ...settings.split(' '), '--runs', runs];
}
