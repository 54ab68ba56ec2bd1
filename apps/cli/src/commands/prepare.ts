import {
  canonicalJson,
  claimFolder,
  fromErrorData,
  type LentImages,
  makeFolder,
  mapOrdered,
  rasterAt,
  type Samples,
  SproutError,
  writeAtomic,
} from '@sprout/core';
import { createImagePool, encodePng, recipeHash } from '@sprout/imgproc';
import { dirname, join, parse, resolve } from 'node:path';
import { checkOutside } from '../compose/check-outside.ts';
import { chooseImages, type ImageChoiceOptions, resolveImages } from '../compose/choose-images.ts';
import { printedConfig } from '../config/printed-config.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter } from '../terminal/reporter.ts';

/** Enough to keep every worker busy while pictures are written. */
const AHEAD = 8;

/** `sprout prepare`: writes every image of a folder as the recipe makes it, as PNG, in the same tree. */
export async function prepare(
  folder: string,
  out: string,
  options: ImageChoiceOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const resolved = await resolveImages(folder, options);
  if (printedConfig(resolved, options, reporter)) return;
  const { samples, recipe, onBad, workers } = await chooseImages(resolved, reporter);
  checkOutside(folder, out, 'The folder to write');
  const targets = planTargets(samples, out);
  await claimFolder(out, {
    file: '.sprout-prepared.json',
    purpose: canonicalJson({ folder: resolve(folder), recipe: recipeHash(recipe) }),
    others: 'images of another folder or recipe',
  });
  using interrupt = onInterrupt(reporter.note);
  await using pool = await createImagePool({ workers });
  const bad: { readonly id: string; readonly reason: string }[] = [];
  const map = async ([position, target]: readonly [number, string]) => {
    const sample = samples.at(position);
    using lent = await pool.prepare([sample], recipe, interrupt.signal);
    const [unusable] = lent.bad; // of one image
    if (unusable === undefined) await writePicture(target, lent);
    return { id: sample.id, reason: unusable && fromErrorData(unusable.error).message };
  };
  const { signal } = interrupt;
  await reporter.during('preparing', samples.length, async (onProgress) => {
    let done = 0;
    const outcomes = mapOrdered(targets.entries(), { limit: AHEAD, signal }, { map });
    for await (const { id, reason } of outcomes) {
      if (reason !== undefined) bad.push({ id, reason });
      onProgress(++done);
    }
  });
  if (bad.length > 0 && onBad === 'fail') {
    throw new SproutError('images-bad', {
      count: bad.length,
      total: samples.length,
      first: bad[0]!.reason,
    });
  }
  const written = samples.length - bad.length;
  reporter.result(`${written} prepared images in ${out}`, { folder: out, written, bad });
}

/** Where each sample goes: `a/b.jpg` becomes `a/b.png`. @throws {SproutError} `file-unwritable` where two would be one. */
function planTargets(samples: Samples, out: string): string[] {
  const taken = new Map<string, string>();
  return Array.from(samples, ({ id }) => {
    const { dir, name } = parse(id);
    const target = join(out, dir, `${name}.png`);
    const other = taken.get(target);
    if (other !== undefined) {
      const reason = `it would be made of ${other} and of ${id}`;
      throw new SproutError('file-unwritable', { file: target, reason });
    }
    taken.set(target, id);
    return target;
  });
}

async function writePicture(target: string, lent: LentImages): Promise<void> {
  await makeFolder(dirname(target));
  await writeAtomic(target, await encodePng(rasterAt(lent, 0)));
}
