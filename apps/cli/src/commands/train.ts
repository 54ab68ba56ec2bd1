import { SproutError } from '@sprout/core';
import {
  resolveResume,
  resolveTrain,
  resume as resumeRun,
  runFolder,
  train as trainModel,
  type TrainingOptions,
  type TrainResult,
} from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type Reporter, type ReporterOptions } from '../terminal/reporter.ts';
import { trainResultText } from '../terminal/train-result-text.ts';

export interface TrainCommandOptions
  extends Omit<TrainingOptions, 'folder' | 'cache'>, ReporterOptions {
  /** `false` with `--no-cache`; otherwise `true`, and the configuration decides. */
  readonly cache?: boolean | undefined;
  readonly printConfig?: boolean | undefined;
  readonly findLr?: boolean | undefined;
  readonly resume?: string | undefined;
  readonly data?: string | undefined;
  readonly runs?: string | undefined;
  readonly name?: string | undefined;
}

/** `sprout train`: trains a model on a class folder, or resumes a run. */
export async function train(
  folder: string | undefined,
  options: TrainCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const { resume } = options;
  if (resume === undefined && options.data !== undefined) {
    const rule = 'used with --resume: where the data set of the run is now';
    throw new SproutError('option-invalid', { option: '--data', value: options.data, rule });
  }
  if (resume === undefined) return trainNew(folder, options, reporter);
  checkResumable(options);
  const { runs, data, epochs, workers } = options;
  const own = { run: resume, runs, folder, data, epochs, workers };
  if (options.printConfig === true) return printConfig(await resolveResume(own), reporter);
  printResult(await interruptible(reporter, (context) => resumeRun(own, context)), reporter);
}

async function trainNew(
  folder: string | undefined,
  options: TrainCommandOptions,
  reporter: Reporter,
): Promise<void> {
  const own = {
    ...options,
    folder,
    cache: options.cache === false ? false : undefined,
    command: process.argv.slice(2),
  } as const;
  if (options.printConfig === true) {
    const resolved = await interruptible(reporter, (context) => resolveTrain(own, context));
    return printConfig(resolved, reporter);
  }
  printResult(await interruptible(reporter, (context) => trainModel(own, context)), reporter);
}

function printResult(result: TrainResult, reporter: Reporter): void {
  const text = `${trainResultText(result)}\n${runFolder(result.run).report}`;
  reporter.result(text, result);
}

/** The options that are allowed with `--resume`. Except for `epochs` they do not change the results of the run. */
const ALLOWED = new Set([
  'resume',
  'epochs',
  'runs',
  'printConfig',
  'json',
  'quiet',
  'workers',
  'data',
]);

/** @throws {SproutError} `option-invalid` for an option that would change the run. */
function checkResumable(options: TrainCommandOptions): void {
  const given = Object.entries(options).find(
    // commander sets an option such as --no-cache to true if it is not given
    ([name, value]) => !ALLOWED.has(name) && value !== undefined && value !== true,
  );
  if (given === undefined) return;
  const [name, value] = given;
  const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new SproutError('option-invalid', {
    option: `--${value === false ? 'no-' : ''}${dashed}`,
    value: JSON.stringify(value),
    rule: 'left out with --resume: a run goes on as it began',
  });
}
