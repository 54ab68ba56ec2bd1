import { SproutError } from '@sprout/core';
import { resolve } from 'node:path';
import { commandOf } from '../config/command-of.ts';
import type { TrainingOptions } from '../config/config-options.ts';
import { namesModel, readConfig } from '../config/read-config.ts';
import { resolveTrain } from '../config/resolve-train.ts';
import { imageFolders } from '../config/resolve-training.ts';
import { AUTO } from '../config/search-section.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { checkOutside } from '../images/check-outside.ts';
import { DEFAULTS } from '../options/limits.ts';
import { checkNameIsFree, createRunFolder } from '../run/run-folder.ts';
import type { TrainResult } from '../run/train-result.ts';
import { trainAuto } from './train-auto.ts';
import { trainRun } from './train-run.ts';

export interface TrainOptions extends TrainingOptions {
  /** The folder that holds the runs and the cache of prepared images. `runs` by default. */
  readonly runs?: string | undefined;
  /**
   * Whether losses at rising learning rates are measured before the training, for a suggestion in the report. The training itself
   * stays as it is.
   */
  readonly findLr?: boolean | undefined;
  /** The name of the run folder. By default the model's name and the next free number. */
  readonly name?: string | undefined;
  /** The command in `run.json` and in the report: the words after `sprout`. By default derived from the options. */
  readonly command?: readonly string[] | undefined;
}

/** See `train` in `commands.ts`. */
export async function train(options: TrainOptions, context?: RunContext): Promise<TrainResult> {
  const { runs = DEFAULTS.runs, name, command, findLr } = options;
  const config = await readConfig(options);
  const resolved = config.model.name === AUTO ? undefined : await resolveTrain(options, context);
  if (findLr === true && resolved === undefined) {
    const rule = `left out with the model ${AUTO}, which finds a model first`;
    throw new SproutError('option-invalid', { option: 'findLr', value: 'true', rule });
  }
  const given = options.runs ?? `nothing, and the default, ${resolve(runs)}, is inside of it`;
  for (const folder of imageFolders(config))
    await checkOutside(folder, runs, { option: 'runs', value: given });
  if (name !== undefined) await checkNameIsFree(runs, name);
  const own = { command: command ?? (await commandOf(options)), runs, name };
  const { size, fit } = options;
  if (resolved === undefined)
    return await trainAuto({ ...own, config, size, fit }, contextOf(context));
  const { name: model } = resolved.model; // that of a feature store, if one is given
  const isDefault = model === config.model.name && !(await namesModel(options));
  const openRun = () => {
    if (isDefault) contextOf(context).emit({ type: 'model-by-default', model }); // after the images were found
    return createRunFolder(runs, { name, model });
  };
  return await trainRun({ ...own, resolved, findLr, openRun, ...contextOf(context) });
}
