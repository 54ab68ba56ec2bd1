import { canonicalJson, claimFolder, mapOrdered, type Recipe, type Samples } from '@sprout/core';
import { createImagePool, type ImagePool, recipeHash } from '@sprout/imgproc';
import { extname, join, resolve } from 'node:path';
import type { ImageOptions } from '../config/config-options.ts';
import { resolveImages } from '../config/resolve-images.ts';
import { runTask } from '../event/run-task.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { badReason } from '../images/bad-reason.ts';
import { checkBad, emitLeftOut } from '../images/check-bad.ts';
import { checkOutside } from '../images/check-outside.ts';
import { chooseImages } from '../images/choose-images.ts';
import { preparedNames } from '../images/prepared-names.ts';
import { IMAGES_AHEAD, writeImage } from '../images/write-image.ts';

export interface PrepareOptions extends ImageOptions {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The folder to write: new, empty, or with prepared images of the same folder and recipe. */
  readonly out: string;
}

export interface PrepareResult {
  /** The folder that was written. */
  readonly folder: string;
  readonly written: number;
  readonly bad: readonly { readonly id: string; readonly reason: string }[];
}

/** See `prepare` in `data-commands.ts`. */
export async function prepare(
  options: PrepareOptions,
  runContext?: RunContext,
): Promise<PrepareResult> {
  const { folder, out } = options;
  const context = contextOf(runContext);
  const resolved = await resolveImages(options, context);
  const { samples, recipe, onBad, workers, pixelLimit } = await chooseImages(resolved, context);
  await checkOutside(folder, out, { option: 'The folder to write' });
  const ids = Array.from(samples, ({ id }) => id);
  const names = preparedNames(ids);
  const longer = ids.findIndex((id, at) => extname(id) !== '' && names[at] === `${id}.png`);
  if (longer >= 0) context.emit({ type: 'name-extended', id: ids[longer]!, name: names[longer]! });
  await claimFolder(out, {
    file: '.sprout-prepared.json',
    purpose: canonicalJson({ folder: resolve(folder), recipe: recipeHash(recipe) }),
    others: 'images of another folder or recipe',
  });
  await using pool = await createImagePool({ workers, pixelLimit });
  const bad = await writeImages(pool, samples, {
    targets: names.map((name) => join(out, name)),
    recipe,
    ...context,
  });
  checkBad(bad, { total: samples.length, onBad });
  emitLeftOut(bad, context);
  return { folder: out, written: samples.length - bad.length, bad };
}

interface WriteImagesOptions extends Context {
  /** The file of each sample. */
  readonly targets: readonly string[];
  readonly recipe: Recipe;
}

async function writeImages(
  pool: ImagePool,
  samples: Samples,
  { targets, recipe, ...context }: WriteImagesOptions,
): Promise<PrepareResult['bad']> {
  const { signal } = context;
  const bad: { readonly id: string; readonly reason: string }[] = [];
  const map = async ([position, target]: readonly [number, string]) => {
    const sample = samples.at(position);
    using lent = await pool.prepare([sample], recipe, signal);
    const reason = badReason(lent);
    if (reason === undefined) await writeImage(target, lent);
    return { id: sample.id, reason };
  };
  await runTask(context, { task: 'prepare', total: samples.length }, async (onProgress) => {
    let done = 0;
    const outcomes = mapOrdered(targets.entries(), { limit: IMAGES_AHEAD, signal }, { map });
    for await (const { id, reason } of outcomes) {
      if (reason !== undefined) bad.push({ id, reason });
      onProgress(++done);
    }
  });
  return bad;
}
