import { removeLeftoversIn, scanFolder, writeAtomic } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { join, resolve } from 'node:path';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { examineImages } from '../images/examine-images.ts';
import { DEFAULTS } from '../options/limits.ts';
import { reportOf } from '../report/write-report.ts';
import { readRun } from '../run/read-run.ts';
import { runFolder } from '../run/run-folder.ts';
import type { TrainResult } from '../run/train-result.ts';
import { sample } from './sample.ts';
import { train } from './train.ts';

export interface DemoOptions {
  /** The folder to write images, runs and report to. `demo` by default. */
  readonly out?: string | undefined;
}

export interface DemoResult {
  /** The path of the report. */
  readonly report: string;
  /** The small convolutional net, then the baseline. */
  readonly runs: readonly TrainResult[];
}

/** Small, so that training is fast, and large enough to show the edges of the leaves. */
const SIZE = { height: 96, width: 96 };
const VALIDATION = 8;

/** Enough to distinguish the drawn species. On two cores both trainings together take less than two minutes. */
const EPOCHS = { logistic: 10, 'small-cnn': 24 } as const;

/** See `demo` in `commands.ts`. */
export async function demo(
  { out = DEFAULTS.demo }: DemoOptions = {},
  runContext?: RunContext,
): Promise<DemoResult> {
  const context = contextOf(runContext);
  const folder = join(out, 'seedlings');
  context.emit({ type: 'demo-draw', folder });
  await sample({ folder, classes: 12, images: 40, size: 150, seed: 0 }, runContext);
  await removeLeftoversIn(out);
  await using pool = await createImagePool();
  const dataset = await scanFolder(folder);
  context.emit({ type: 'demo-examine' });
  const health = await examineImages(pool, dataset, context);
  context.emit({ type: 'examined', health });
  const baseline = await trainOn(folder, { model: 'logistic', out, ...context });
  const net = await trainOn(folder, { model: 'small-cnn', out, ...context });
  const runs = [await readRun(runFolder(net.run)), await readRun(runFolder(baseline.run))] as const;
  const report = resolve(out, 'report.html');
  await writeAtomic(report, await reportOf([...runs], { pictures: { source: pool, dataset } }));
  return { report, runs: [net, baseline] };
}

interface TrainOnOptions extends Context {
  readonly model: keyof typeof EPOCHS;
  readonly out: string;
}

async function trainOn(
  folder: string,
  { model, out, emit, signal }: TrainOnOptions,
): Promise<TrainResult> {
  emit({ type: 'demo-train', model });
  const runs = join(out, 'runs');
  const epochs = EPOCHS[model];
  const settings = ['--epochs', String(epochs), '--size', `${SIZE.height}x${SIZE.width}`];
  return await train(
    {
      folder,
      model,
      epochs,
      size: SIZE,
      validation: VALIDATION,
      runs,
      command: [
        'train',
        folder,
        '--model',
        model,
        ...settings,
        '--validation',
        String(VALIDATION),
        '--runs',
        runs,
      ],
    },
    { signal, onEvent: (event) => void (event.type === 'finding' || emit(event)) }, // the event `examined` has the findings
  );
}
