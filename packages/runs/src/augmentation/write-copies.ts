import {
  fromErrorData,
  type LentImages,
  makeFolder,
  mapOrdered,
  rasterAt,
  writeAtomic,
} from '@sprout/core';
import { encodePng, type ImagePool } from '@sprout/imgproc';
import { dirname, join } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import type { CopyPlan, PlannedCopy, PlannedImage } from './planned-image.ts';

export interface WriteCopiesOptions extends Context {
  /** The folder to write. */
  readonly out: string;
}

export interface WrittenCopies {
  /** The lines of the log: one for each image that was written, in the order of the plan. */
  readonly lines: readonly string[];
  readonly bad: readonly { readonly id: string; readonly reason: string }[];
}

/** Images in progress at a time: enough to keep every worker busy while files are written. */
const AHEAD = 8;

/** Augments images and writes them as PNG. Each image is read and prepared once for all its copies. */
export async function writeCopies(
  pool: ImagePool,
  { total, planned }: CopyPlan,
  { out, ...context }: WriteCopiesOptions,
): Promise<WrittenCopies> {
  const { signal } = context;
  const lines: string[] = [];
  const bad: { readonly id: string; readonly reason: string }[] = [];
  const map = (image: PlannedImage) => writeImage(pool, image, { out, signal });
  await runTask(context, { task: 'augment', total }, async (onProgress) => {
    let done = 0;
    for await (const outcome of mapOrdered(planned, { limit: AHEAD, signal }, { map })) {
      lines.push(...outcome.lines);
      if (outcome.reason !== undefined) bad.push({ id: outcome.id, reason: outcome.reason });
      done += outcome.tried;
      onProgress(done);
    }
  });
  return { lines, bad };
}

interface ImageOutcome {
  readonly id: string;
  readonly tried: number;
  readonly lines: readonly string[];
  /** Why the image, or its first bad copy, cannot be used. */
  readonly reason: string | undefined;
}

type WriteImageOptions = Pick<WriteCopiesOptions, 'out' | 'signal'>;

async function writeImage(
  pool: ImagePool,
  { sample, recipe, copies }: PlannedImage,
  { out, signal }: WriteImageOptions,
): Promise<ImageOutcome> {
  using prepared = await pool.prepare([sample], recipe, signal);
  const lines: string[] = [];
  let reason = reasonOf(prepared);
  for (const copy of reason === undefined ? copies : []) {
    const { augment, record, drawn } = copy;
    const options = { augment, drawn: [drawn], seed: record.seed, epoch: record.copy - 1, signal };
    using lent = await pool.augment(kept(prepared), [sample], options);
    const fault = reasonOf(lent);
    reason ??= fault;
    if (fault === undefined) lines.push(await writeCopy(out, copy, lent));
  }
  return { id: sample.id, tried: copies.length, lines, reason };
}

/** The reason why the one image cannot be used. */
function reasonOf({ bad: [failure] }: LentImages): string | undefined {
  return failure && fromErrorData(failure.error).message;
}

/** The same images; disposing of them does nothing, so that they can be augmented again. */
function kept(images: LentImages): LentImages {
  return { ...images, [Symbol.dispose]: () => undefined };
}

/** Writes one augmented image, and returns its line of the log. */
async function writeCopy(out: string, { record }: PlannedCopy, lent: LentImages): Promise<string> {
  const target = join(out, record.file);
  await makeFolder(dirname(target));
  await writeAtomic(target, await encodePng(rasterAt(lent, 0)));
  return `${JSON.stringify(record)}\n`;
}
