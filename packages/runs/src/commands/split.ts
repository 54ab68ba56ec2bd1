import {
  isProject,
  isSproutError,
  planSplitFiles,
  readText,
  removeLeftoversIn,
  scanFolder,
  splitFiles,
  type SplitPlan,
  SproutError,
  splitText,
  writeSplit,
  type WriteSplitOptions,
} from '@sprout/core';
import { dirname, join } from 'node:path';
import { shareOf } from '../config/settings-of.ts';
import { runTask } from '../event/run-task.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { checkOutside } from '../images/check-outside.ts';
import { splitDataset } from '../images/split-dataset.ts';
import { groupsOf } from '../images/groups-of.ts';
import {
  DEFAULTS,
  SPLIT_MODES,
  type SplitAction,
  VALIDATION_WAYS,
  type ValidationWay,
} from '../options/limits.ts';
import { pathExists } from '../run/path-exists.ts';
import { splitFolder } from './split-folder.ts';

export interface SplitOptions {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** Validation images: a share of each class (below 1), or a number of images of each class. */
  readonly validation: number;
  /** `random` by default. */
  readonly validationBy?: ValidationWay | undefined;
  /** Keeps files of one group in one subset: a pattern in their path, or a CSV file with the columns path and group. */
  readonly groupBy?: string | undefined;
  /** What to do: write a manifest (the default), or copy or move the files. */
  readonly mode?: SplitAction | undefined;
  /** The manifest, or the folder to copy or move to. By default `FOLDER-split.csv` or `FOLDER-split`, beside the folder. */
  readonly out?: string | undefined;
  /** Whether links that lead out of the folder are followed. Not by default. */
  readonly followLinks?: boolean | undefined;
  /** 0 by default. */
  readonly seed?: number | undefined;
  /** Whether to write nothing and only return the counts. */
  readonly dryRun?: boolean | undefined;
}

export interface SplitResult {
  readonly training: number;
  readonly validation: number;
  readonly mode: SplitAction;
  readonly out: string;
  readonly dryRun: boolean;
}

/** See `split` in `data-commands.ts`. */
export async function split(options: SplitOptions, context?: RunContext): Promise<SplitResult> {
  const { folder, dryRun = false, followLinks = false } = options;
  const {
    validationBy = DEFAULTS.validationBy,
    mode = DEFAULTS.splitMode,
    seed = DEFAULTS.seed,
  } = options;
  checkChoice('mode', mode, SPLIT_MODES);
  checkChoice('validationBy', validationBy, VALIDATION_WAYS);
  const { out = `${splitFolder(folder)}${mode === 'manifest' ? '.csv' : ''}` } = options;
  if (mode !== 'manifest') await checkTarget(folder, out);
  if (mode === 'move') await checkMovable(folder);
  const { emit, signal } = contextOf(context);
  const dataset = await scanFolder(folder, { followOutside: followLinks, signal });
  if (dataset.parts !== undefined) emit({ type: 'folder-divided', folder, parts: dataset.parts });
  const groups =
    options.groupBy === undefined || dataset.parts?.validation !== undefined
      ? undefined
      : await groupsOf(options.groupBy, dataset, emit);
  const validation = shareOf(options.validation);
  const subsets = splitDataset(dataset, { validation, validationBy, groups, seed });
  if (mode === 'manifest') {
    if (!dryRun) await writeManifest(out, { dataset, split: subsets, groups });
  } else {
    const plan = await planSplitFiles(subsets, { mode, out });
    if (!dryRun) await transferFiles(plan, { folder, ...contextOf(context) });
  }
  const counts = { training: subsets.training.length, validation: subsets.validation.length };
  return { ...counts, mode, out, dryRun };
}

/** Callers in JavaScript may pass any text. @throws {SproutError} `option-invalid` */
function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new SproutError('option-invalid', { option, value, rule: `one of ${choices.join(', ')}` });
}

/** @throws {SproutError} `folder-occupied` if `out` holds a split; `option-invalid` if it is inside the data set. */
async function checkTarget(folder: string, out: string): Promise<void> {
  await checkOutside(folder, out, { option: 'out' });
  if (!(await pathExists(join(out, 'split-journal.csv')))) return;
  throw new SproutError('folder-occupied', {
    folder: out,
    holds: 'a split, done or interrupted',
  });
}

/** @throws {SproutError} `option-invalid` for a project file, whose images cannot be moved. */
async function checkMovable(folder: string): Promise<void> {
  if (!(await isProject(folder))) return;
  const rule = `manifest or copy for the images in ${folder}`;
  throw new SproutError('option-invalid', { option: 'mode', value: 'move', rule });
}

/** @throws {SproutError} `file-exists` if the file is a different manifest. */
async function writeManifest(file: string, content: WriteSplitOptions): Promise<void> {
  const before = await readText(file).catch((error: unknown) => {
    if (!isSproutError(error, 'file-missing')) throw error;
    return undefined;
  });
  if (before !== undefined && before !== splitText(content))
    throw new SproutError('file-exists', { file, option: 'out' });
  await removeLeftoversIn(dirname(file));
  await writeSplit(file, content);
}

interface TransferFilesOptions extends Context {
  readonly folder: string;
}

/** @throws The signal's reason once it is aborted. Files that were copied or moved before stay; `undoSplit` undoes them. */
async function transferFiles(
  plan: SplitPlan,
  { folder, ...context }: TransferFilesOptions,
): Promise<void> {
  const { mode, out, transfers } = plan;
  const { emit, signal } = context;
  await removeLeftoversIn(out); // of a split that ended before it had a journal: it holds no image
  emit({ type: 'split-started', mode, folder, out });
  await runTask(context, { task: mode, total: transfers.length }, (onProgress) =>
    splitFiles(plan, { onProgress, signal }),
  );
}
