import { type LentImages, mapOrdered } from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import { join } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { badReason } from '../images/bad-reason.ts';
import { IMAGES_AHEAD, writeImage } from '../images/write-image.ts';
import type { CopyPlan, PlannedImage } from './planned-image.ts';

export interface WriteCopiesOptions extends Context {
  /** The folder to write. */
  readonly out: string;
}

export interface WrittenCopies {
  /** The lines of the log: one for each image that was written, in the order of the plan. */
  readonly lines: readonly string[];
  readonly bad: readonly { readonly id: string; readonly reason: string }[];
}

/** Augments images and writes them as PNG. Each image is read and prepared once for all its copies. */
export async function writeCopies(
  pool: ImagePool,
  { total, planned }: CopyPlan,
  { out, ...context }: WriteCopiesOptions,
): Promise<WrittenCopies> {
  const { signal } = context;
  const lines: string[] = [];
  const bad: { readonly id: string; readonly reason: string }[] = [];
  const map = (image: PlannedImage) => writeCopiesOf(pool, image, { out, signal });
  await runTask(context, { task: 'augment', total }, async (onProgress) => {
    let done = 0;
    for await (const outcome of mapOrdered(planned, { limit: IMAGES_AHEAD, signal }, { map })) {
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

async function writeCopiesOf(
  pool: ImagePool,
  { sample, recipe, copies }: PlannedImage,
  { out, signal }: Pick<WriteCopiesOptions, 'out' | 'signal'>,
): Promise<ImageOutcome> {
  using prepared = await pool.prepare([sample], recipe, signal);
  const lines: string[] = [];
  let reason = badReason(prepared);
  for (const { augment, record, drawn } of reason === undefined ? copies : []) {
    const options = { augment, drawn: [drawn], seed: record.seed, epoch: record.copy - 1, signal };
    using lent = await pool.augment(kept(prepared), [sample], options);
    const fault = badReason(lent);
    reason ??= fault;
    if (fault !== undefined) continue;
    await writeImage(join(out, record.file), lent);
    lines.push(`${JSON.stringify(record)}\n`);
  }
  return { id: sample.id, tried: copies.length, lines, reason };
}

/** The same images; disposing of them does nothing, so that they can be augmented again. */
function kept(images: LentImages): LentImages {
  return { ...images, [Symbol.dispose]: () => undefined };
}
