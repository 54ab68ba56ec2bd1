import {
  fromErrorData,
  type LentImages,
  makeFolder,
  mapOrdered,
  type Samples,
  SproutError,
  writeAtomic,
} from '@sprout/core';
import { createImagePool, encodePng } from '@sprout/imgproc';
import { dirname, join, parse } from 'node:path';
import { chooseImages, type ImageChoiceOptions, resolveImages } from '../compose/choose-images.ts';
import { stringifyConfig } from '../config/stringify-config.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { reporter as createReporter } from '../terminal/reporter.ts';

/** `sprout prepare`: writes every image of a folder as the recipe makes it, as PNG, in the same tree. */
export async function prepare(
  folder: string,
  out: string,
  options: ImageChoiceOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const resolved = await resolveImages(folder, options);
  if (options.printConfig === true) {
    reporter.result(stringifyConfig(resolved), resolved);
    return;
  }
  const { samples, recipe, onBad, workers } = await chooseImages(resolved);
  const targets = planTargets(samples, out);
  using interrupt = onInterrupt(reporter.note);
  await using pool = await createImagePool(workers);
  const bad: { readonly id: string; readonly reason: string }[] = [];
  const map = async ([position, target]: readonly [number, string]): Promise<void> => {
    const sample = samples.at(position);
    using lent = await pool.prepare([sample], recipe, interrupt.signal);
    const [unusable] = lent.bad; // of one image
    if (unusable === undefined) await writePicture(target, lent);
    else bad.push({ id: sample.id, reason: fromErrorData(unusable.error).message });
  };
  const { signal } = interrupt;
  await reporter.during('preparing', samples.length, async (onProgress) => {
    let done = 0;
    for await (const _ of mapOrdered(targets.entries(), { limit: 8, signal }, { map }))
      onProgress(++done);
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

/** Where each sample goes: `a/b.jpg` becomes `a/b.png`. @throws {SproutError} `file-exists` where two would be one. */
function planTargets(samples: Samples, out: string): string[] {
  const taken = new Set<string>();
  return Array.from(samples, ({ id }) => {
    const { dir, name } = parse(id);
    const target = join(out, dir, `${name}.png`);
    if (taken.has(target)) throw new SproutError('file-exists', { file: target });
    taken.add(target);
    return target;
  });
}

async function writePicture(
  target: string,
  { images, height, width, channels }: LentImages,
): Promise<void> {
  const data = images.slice(0, height * width * channels);
  await makeFolder(dirname(target));
  await writeAtomic(target, await encodePng({ height, width, channels, data }));
}
