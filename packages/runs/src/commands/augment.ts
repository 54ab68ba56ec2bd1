import { checkWhole, claimFolder, writeAtomic } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { join, resolve } from 'node:path';
import { checkAgreement } from '../augmentation/check-agreement.ts';
import { planDraws } from '../augmentation/plan-draws.ts';
import { planReplay } from '../augmentation/plan-replay.ts';
import type { CopyPlan } from '../augmentation/planned-image.ts';
import { type AugmentationLog, readLog } from '../augmentation/read-log.ts';
import { writeCopies } from '../augmentation/write-copies.ts';
import type { ImageOptions } from '../config/config-options.ts';
import { resolveImages } from '../config/resolve-images.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { checkBad, emitLeftOut } from '../images/check-bad.ts';
import { checkOutside } from '../images/check-outside.ts';
import { chooseImages, type ChosenImages } from '../images/choose-images.ts';
import { DEFAULTS, LIMITS } from '../options/limits.ts';
import { version } from '../run/version.ts';

export interface AugmentOptions extends ImageOptions {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The folder to write: new, empty, or with images of the same folder, recipe, augmentation, seed and number of copies. */
  readonly out: string;
  /** The number of augmented images of each image, 4 by default. */
  readonly copies?: number | undefined;
  /** A log that this command has written: its images are made again. Recipe, augmentation, seed and copies are those of the log. */
  readonly replay?: string | undefined;
}

export interface AugmentResult {
  /** The folder that was written. */
  readonly folder: string;
  /** The file with the numbers: one line of JSON for each augmented image. */
  readonly log: string;
  /** The number of augmented images. */
  readonly written: number;
  readonly bad: readonly { readonly id: string; readonly reason: string }[];
}

/** The name of the log in the folder that is written. */
const LOG = 'augmentations.jsonl';

/** See `augment` in `data-commands.ts`. */
export async function augment(
  options: AugmentOptions,
  runContext?: RunContext,
): Promise<AugmentResult> {
  const { folder, out, copies, replay } = options;
  if (copies !== undefined) checkWhole('copies', copies, LIMITS.augmentedCopies);
  const context = contextOf(runContext);
  const log = replay === undefined ? undefined : await readLog(replay);
  const resolved = await resolveImages(options, context);
  if (log !== undefined) await checkAgreement(log, { resolved, options });
  const chosen = await chooseImages(resolved, context);
  await checkOutside(folder, out, { option: 'The folder to write' });
  const plan = planOf(chosen, options, log);
  if (log !== undefined) emitVersion(log, context);
  await claimFolder(out, {
    file: '.sprout-augmented.json',
    purpose: plan.purpose,
    others: 'images of another folder, recipe, augmentation, seed, number of copies or log',
  });
  const { workers, pixelLimit, onBad } = chosen;
  await using pool = await createImagePool({ workers, pixelLimit });
  const { lines, bad } = await writeCopies(pool, plan, { out, ...context });
  const file = join(out, LOG);
  await writeAtomic(file, Buffer.concat(lines.map((line) => Buffer.from(line))));
  checkBad(bad, { total: plan.samples, onBad });
  emitLeftOut(bad, context);
  return { folder: out, log: file, written: lines.length, bad };
}

function planOf(
  chosen: ChosenImages,
  { folder, copies = DEFAULTS.augmentedCopies }: AugmentOptions,
  log: AugmentationLog | undefined,
): CopyPlan {
  const options = { folder: resolve(folder), copies };
  if (log === undefined) return planDraws(chosen, options);
  return planReplay(log, { ...options, samples: chosen.samples });
}

/** Emits an event if a log was written by another version. */
function emitVersion({ file, copies }: AugmentationLog, { emit }: Context): void {
  const own = version();
  const other = copies.find(({ record }) => record.versions['sprout'] !== own);
  if (other === undefined) return;
  const written = other.record.versions['sprout'] ?? 'an unknown version';
  emit({ type: 'log-of-other-version', file, written, own });
}
