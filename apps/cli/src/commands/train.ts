import { readRunRecord, SproutError } from '@sprout/core';
import { resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { printedConfig } from '../config/printed-config.ts';
import { resolveTraining, type ResolvedTraining } from '../compose/resolve-training.ts';
import { recordedTraining } from '../compose/recorded-training.ts';
import { checkOutside } from '../compose/check-outside.ts';
import { isTable } from '../compose/groups-of.ts';
import { trainRun } from '../compose/train-run.ts';
import { type ConfigOptions, configSettings } from '../options/config-settings.ts';
import { checkNameIsFree, createRunFolder, runFolder } from '../run/run-folder.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter } from '../terminal/reporter.ts';

export interface TrainOptions extends ConfigOptions {
  readonly config?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly printConfig?: boolean | undefined;
  readonly size?: { height: number; width: number } | undefined;
  readonly resume?: string | undefined;
  readonly runs: string;
  readonly name?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** `sprout train`: trains a model on a class folder, or goes on with a run. */
export async function train(folder: string | undefined, options: TrainOptions): Promise<void> {
  const reporter = createReporter(options);
  const { resume, runs, name } = options;
  const resolved =
    resume === undefined
      ? await resolveNew(folder, options)
      : await resolveResumed(resume, folder, options);
  if (printedConfig(resolved, options, reporter)) return;
  if (resume === undefined) checkOutside(resolved.data.folder, runs, '--runs');
  if (resume === undefined && name !== undefined) await checkNameIsFree(runs, name);
  using interrupt = onInterrupt(reporter.note);
  const result = await trainRun({
    resolved,
    command: process.argv.slice(2),
    runs: resume === undefined ? runs : resolve(resume, '..'),
    openRun: async () =>
      resume === undefined
        ? createRunFolder(runs, { name, model: resolved.model.name })
        : runFolder(resume),
    reporter,
    signal: interrupt.signal,
  });
  const { run, validationAccuracy, samples } = result;
  const accuracy = `${(validationAccuracy * 100).toFixed(1)} % of ${samples.validation} validation images right`;
  reporter.result(`${accuracy}\n${runFolder(run).report}`, result);
}

async function resolveNew(
  folder: string | undefined,
  options: TrainOptions,
): Promise<ResolvedTraining> {
  const { config: file, set, size } = options;
  const config = await readConfig({ file, set, settings: configSettings(folder, options) });
  const resolved = resolveTraining(config, { size });
  const { data } = resolved;
  const groupBy =
    data.groupBy !== undefined && isTable(data.groupBy) ? resolve(data.groupBy) : data.groupBy;
  return { ...resolved, data: { ...data, folder: resolve(data.folder), groupBy } };
}

/** What may be said anew of a run that goes on: nothing that its numbers depend on. */
const FREE = new Set(['resume', 'runs', 'printConfig', 'json', 'quiet', 'workers']);

/**
 * The run's own configuration: nothing else continues it.
 *
 * @throws {SproutError} `option-invalid` for options that would say otherwise, `run-incompatible` for another folder.
 */
async function resolveResumed(
  run: string,
  folder: string | undefined,
  options: TrainOptions,
): Promise<ResolvedTraining> {
  checkResumable(options);
  const { record: file } = runFolder(run);
  const own = recordedTraining(await readRunRecord(file), file);
  const resolved = { ...own, workers: options.workers ?? own.workers };
  if (folder !== undefined && resolve(folder) !== resolved.data.folder) {
    const reason = `it was trained on ${resolved.data.folder}, not on ${resolve(folder)}`;
    throw new SproutError('run-incompatible', { run, reason });
  }
  return resolved;
}

function checkResumable(options: TrainOptions): void {
  const said = Object.entries(options).find(
    // what can only be switched off is true where nothing was said
    ([name, value]) => !FREE.has(name) && value !== undefined && value !== true,
  );
  if (said === undefined) return;
  const [name, value] = said;
  const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new SproutError('option-invalid', {
    option: `--${value === false ? 'no-' : ''}${dashed}`,
    value: JSON.stringify(value),
    rule: 'left out with --resume: a run goes on as it began',
  });
}
