import {
  planSplitFiles,
  scanFolder,
  splitFiles,
  SproutError,
  undoSplitFiles,
  writeSplit,
} from '@sprout/core';
import { join } from 'node:path';
import { divide } from '../compose/divide.ts';
import { groupsOf } from '../compose/groups-of.ts';
import {
  reporter as createReporter,
  type Reporter,
  type ReporterOptions,
} from '../terminal/reporter.ts';

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
  const {
    mode,
    undo,
    out = mode === 'manifest' ? join(folder, 'split.csv') : `${folder}-split`,
  } = options;
  if (undo === true) return takeBack(options.out ?? `${folder}-split`, reporter);
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
    if (options.dryRun !== true) await writeSplit(out, { dataset, split: parts, groups });
  } else {
    const plan = await planSplitFiles(parts, { mode, out });
    if (options.dryRun !== true) await splitFiles(plan);
  }
  const would = options.dryRun === true ? 'would be in' : 'in';
  reporter.result(`${text} ${would} ${out}`, {
    ...counts,
    mode,
    out,
    dryRun: options.dryRun === true,
  });
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
