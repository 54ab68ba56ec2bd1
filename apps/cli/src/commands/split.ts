import { countOf, SproutError } from '@sprout/core';
import { quoted, split as splitFolder, type SplitOptions, undoSplit } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type Reporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SplitCommandOptions
  extends Omit<SplitOptions, 'folder' | 'validation'>, ReporterOptions {
  readonly validation?: number | undefined;
  readonly perClass?: boolean | undefined;
  readonly stratified?: boolean | undefined;
  readonly undo?: boolean | undefined;
}

/** `sprout split`: splits a class folder: writes a manifest, or copies or moves the files. Undoes a split with `--undo`. */
export async function split(folder: string, options: SplitCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  if (options.undo === true) return undo(folder, options, reporter);
  const validation = checkedValidation(options);
  const result = await interruptible(reporter, (context) =>
    splitFolder({ ...options, folder, validation }, context),
  );
  const counts = `${countOf(result.training, 'image')} for training, ${result.validation} for validation`;
  const would = result.dryRun ? 'would be in' : 'in';
  reporter.result(`${counts} ${would} ${result.out}`, result);
  const out = quoted(result.out);
  const data = result.mode === 'manifest' ? `${quoted(folder)} --split ${out}` : out;
  if (!result.dryRun) reporter.note(`sprout train ${data} trains on this split`);
}

async function undo(
  folder: string,
  { dryRun, out }: SplitCommandOptions,
  reporter: Reporter,
): Promise<void> {
  if (dryRun === true) {
    const rule = 'left out with --undo, which changes nothing that was changed since';
    throw new SproutError('option-invalid', { option: '--dry-run', value: 'true', rule });
  }
  const result = await undoSplit({ folder, out });
  for (const path of result.kept) reporter.warn(`${path} was changed and is kept`);
  for (const path of result.missing) reporter.warn(`${path} is gone`);
  for (const { file, reason } of result.failed)
    reporter.warn(`${file} is not taken back: ${reason}`);
  const files = result.missing.length + result.failed.length;
  const text = files === 0 ? `${result.out} is taken back` : `${result.out} is partly taken back`;
  reporter.result(text, result);
  if (files > 0) throw new SproutError('split-incomplete', { folder: result.out, files });
}

/** @throws {SproutError} `option-invalid` without `--validation`, and if `--per-class` or `--stratified` contradicts it. */
function checkedValidation({ validation, perClass, stratified }: SplitCommandOptions): number {
  if (validation === undefined) {
    const rule = 'a number of images a class, such as 12, or a share of them, such as 0.2';
    throw new SproutError('option-invalid', { option: '--validation', value: 'nothing', rule });
  }
  const isShare = validation < 1;
  const value = String(validation);
  if (perClass === true && isShare) {
    const rule = 'used with a number of images, 12 say';
    throw new SproutError('option-invalid', { option: '--per-class', value, rule });
  }
  if (stratified === true && !isShare) {
    const rule = 'used with a share, 0.1 say';
    throw new SproutError('option-invalid', { option: '--stratified', value, rule });
  }
  return validation;
}
