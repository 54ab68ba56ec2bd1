import {
  isSproutError,
  planSplitFiles,
  readText,
  scanFolder,
  splitFiles,
  type SplitPlan,
  SproutError,
  splitText,
  undoSplitFiles,
  writeSplit,
  type WriteSplitOptions,
} from '@sprout/core';
import { join } from 'node:path';
import { checkOutside } from '../compose/check-outside.ts';
import { isThere } from '../run/is-there.ts';
import { divide } from '../compose/divide.ts';
import { groupsOf } from '../compose/groups-of.ts';
import { Interrupted } from '../terminal/interrupted.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { quoted } from '../terminal/quoted.ts';
import { createReporter, type Reporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SplitOptions extends ReporterOptions {
  readonly validation?: number | undefined;
  readonly validationBy: 'random' | 'hash';
  readonly perClass?: boolean | undefined;
  readonly stratified?: boolean | undefined;
  readonly groupBy?: string | undefined;
  readonly mode: 'manifest' | 'copy' | 'move';
  readonly out?: string | undefined;
  readonly seed: number;
  readonly dryRun?: boolean | undefined;
  readonly undo?: boolean | undefined;
}

/** `sprout split`: divides a class folder: a manifest, or training and validation folders by copying or moving. */
export async function split(folder: string, options: SplitOptions): Promise<void> {
  const reporter = createReporter(options);
  const plain = folder.replace(/[\\/]+$/, '') || folder;
  const {
    mode,
    undo,
    out = mode === 'manifest' ? join(folder, 'split.csv') : `${plain}-split`,
  } = options;
  if (undo === true && options.dryRun === true) {
    const rule = 'left out with --undo, which changes nothing that was changed since';
    throw new SproutError('option-invalid', { option: '--dry-run', value: 'true', rule });
  }
  if (undo === true) return takeBack(options.out ?? `${plain}-split`, reporter);
  if (mode !== 'manifest') await checkTarget(folder, out);
  const dataset = await scanFolder(folder);
  const groups = options.groupBy === undefined ? undefined : await groupsOf(options.groupBy);
  const parts = divide(dataset, {
    validation: shareOf(options),
    validationBy: options.validationBy,
    groups,
    seed: options.seed,
  });
  const counts = { training: parts.training.length, validation: parts.validation.length };
  const text = `${counts.training} images for training, ${counts.validation} for validation`;
  if (mode === 'manifest') {
    if (options.dryRun !== true) await writeManifest(out, { dataset, split: parts, groups });
  } else {
    const plan = await planSplitFiles(parts, { mode, out });
    if (options.dryRun !== true) await carryOut(plan, folder, reporter);
  }
  const would = options.dryRun === true ? 'would be in' : 'in';
  reporter.result(`${text} ${would} ${out}`, {
    ...counts,
    mode,
    out,
    dryRun: options.dryRun === true,
  });
}

/** @throws {SproutError} `folder-occupied` by a split, done or interrupted; `option-invalid` inside the data set. */
async function checkTarget(folder: string, out: string): Promise<void> {
  checkOutside(folder, out, '--out');
  if (!(await isThere(join(out, 'split-journal.csv')))) return;
  throw new SproutError('folder-occupied', {
    folder: out,
    holds: 'a split, done or interrupted, which --undo takes back',
  });
}

/** @throws {SproutError} `file-exists` where there is another one. */
async function writeManifest(file: string, content: WriteSplitOptions): Promise<void> {
  const before = await readText(file).catch((error: unknown) => {
    if (!isSproutError(error, 'file-missing')) throw error;
    return undefined;
  });
  if (before !== undefined && before !== splitText(content))
    throw new SproutError('file-exists', { file });
  await writeSplit(file, content);
}

/** @throws {Interrupted} with what to do about the files that went already. */
async function carryOut(plan: SplitPlan, folder: string, reporter: Reporter): Promise<void> {
  using interrupt = onInterrupt(reporter.note);
  const { signal } = interrupt;
  try {
    await reporter.during(plan.mode, plan.transfers.length, (onProgress) =>
      splitFiles(plan, { onProgress, signal }),
    );
  } catch (error) {
    if (error !== signal.reason) throw error;
    const back = `sprout split ${quoted(folder)} --undo --out ${quoted(plan.out)}`;
    throw new Interrupted(`stopped; what was done is taken back by: ${back}`);
  }
}

async function takeBack(out: string, reporter: Reporter): Promise<void> {
  const { kept, missing } = await undoSplitFiles(out);
  for (const path of kept) reporter.warn(`${path} was changed and is kept`);
  for (const path of missing) reporter.warn(`${path} is gone`);
  reporter.result(`${out} is taken back`, { out, kept, missing });
}

function shareOf({ validation, perClass, stratified }: SplitOptions) {
  if (validation === undefined) {
    const rule = 'a number of images a class, or a share of them';
    throw new SproutError('option-invalid', { option: '--validation', value: 'nothing', rule });
  }
  const share = validation < 1;
  if (perClass === true && share) {
    throw new SproutError('option-invalid', {
      option: '--per-class',
      value: String(validation),
      rule: 'used with a number of images, 12 say',
    });
  }
  if (stratified === true && !share) {
    throw new SproutError('option-invalid', {
      option: '--stratified',
      value: String(validation),
      rule: 'used with a share, 0.1 say',
    });
  }
  return share ? { fraction: validation } : { perClass: validation };
}
