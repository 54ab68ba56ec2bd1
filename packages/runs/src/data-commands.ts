// The commands that make, check, divide and prepare data sets, as functions. The other commands are in `commands.ts`.
import type { RunContext } from './event/run-context.ts';
import type { AugmentOptions, AugmentResult } from './commands/augment.ts';
import type { InspectOptions, InspectResult } from './commands/inspect.ts';
import type { PrepareOptions, PrepareResult } from './commands/prepare.ts';
import type { PreviewOptions, PreviewResult } from './commands/preview.ts';
import type { SampleOptions, SampleResult } from './commands/sample.ts';
import type { SplitOptions, SplitResult } from './commands/split.ts';
import type { UndoSplitOptions, UndoSplitResult } from './commands/undo-split.ts';
import { throwFirst } from './throw-first.ts';

/**
 * Prepares each image of a folder by the recipe and writes it as PNG, in the same folder structure.
 *
 * @throws {SproutError} `folder-occupied`, `file-unwritable`, `option-invalid`; `images-bad` after all images were tried
 */
export async function prepare(
  options: PrepareOptions,
  context?: RunContext,
): Promise<PrepareResult> {
  const command = await import('./commands/prepare.ts');
  return await command.prepare(options, context).catch(throwFirst);
}

/**
 * Writes augmented copies of each image of a folder as PNG, in the same folder structure, and a log with all numbers that were
 * drawn. With `replay` the images of a log are made again, with the same pixels.
 *
 * @throws {SproutError} `folder-occupied`, `file-unwritable`, `option-invalid`; `file-invalid` for numbers in a log that do not fit
 * their op, before any image is read; `images-bad` after all images were tried
 */
export async function augment(
  options: AugmentOptions,
  context?: RunContext,
): Promise<AugmentResult> {
  const command = await import('./commands/augment.ts');
  return await command.augment(options, context).catch(throwFirst);
}

/**
 * Draws a contact sheet with one row for each of a few images: the original, the prepared image, and its augmentation in several
 * epochs with the numbers that were drawn.
 *
 * @throws {SproutError} `option-invalid`, `images-bad`, `file-unwritable`
 */
export async function preview(
  options: PreviewOptions,
  context?: RunContext,
): Promise<PreviewResult> {
  const command = await import('./commands/preview.ts');
  return await command.preview(options, context).catch(throwFirst);
}

/**
 * Examines each image of a class folder, and returns a health report of the data set. With `labels` it also finds images whose folder
 * is probably wrong, and writes a table, a page and a contact sheet of them.
 *
 * @throws {SproutError} `folder-missing`, `folder-empty`; `folder-occupied` if `out` holds other files; with `labels` also `option-invalid`,
 * `weights-unfit`
 */
export async function inspect(
  options: InspectOptions,
  context?: RunContext,
): Promise<InspectResult> {
  const command = await import('./commands/inspect.ts');
  return await command.inspect(options, context).catch(throwFirst);
}

/**
 * Splits a class folder into training and validation images: writes a manifest, or copies or moves the files. Once the signal is
 * aborted, it stops between two files; `undoSplit` undoes the copies or moves that were done.
 *
 * @throws {SproutError} `class-too-small`, `subset-empty`, `option-invalid`, `folder-occupied`, `file-exists`
 */
export async function split(options: SplitOptions, context?: RunContext): Promise<SplitResult> {
  const command = await import('./commands/split.ts');
  return await command.split(options, context).catch(throwFirst);
}

/**
 * Undoes the copies or moves of `split`. Files that have changed since are kept. The result lists files that are missing or
 * could not be moved back; the journal is then kept, and the call can be repeated.
 *
 * @throws {SproutError} `file-missing` without a journal; `file-invalid` if the journal was changed; `run-locked`
 */
export async function undoSplit(options: UndoSplitOptions): Promise<UndoSplitResult> {
  const command = await import('./commands/undo-split.ts');
  return await command.undoSplit(options).catch(throwFirst);
}

/** Draws a synthetic data set: seedlings, aerial images with several tags each, or drivers, who are groups. @throws {SproutError} `option-invalid`, `folder-occupied` */
export async function sample(options: SampleOptions, context?: RunContext): Promise<SampleResult> {
  const command = await import('./commands/sample.ts');
  return await command.sample(options, context).catch(throwFirst);
}
