import { isSproutError, type Sample, SproutError, writeAtomic } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { contactSheet, svgToPng, type Tile } from '@sprout/viz';
import { checkOutside } from '../compose/check-outside.ts';
import { augmentedTiles, preparedTile } from '../compose/augmented-tiles.ts';
import {
  chooseImages,
  type ChosenImages,
  type ImageChoiceOptions,
  resolveImages,
} from '../compose/choose-images.ts';
import { printedConfig } from '../config/printed-config.ts';
import { exampleIds } from '../compose/example-ids.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter } from '../terminal/reporter.ts';

export interface PreviewOptions extends ImageChoiceOptions {
  readonly rows: number;
  readonly out: string;
}

const COPIES = 4;
const TITLES = [
  'original',
  'prepared',
  ...Array.from({ length: COPIES }, (_, copy) => `augmented ${copy + 1}`),
];

/** `sprout preview`: a contact sheet with a row an image: as it is, prepared, and as some epochs would see it. */
export async function preview(folder: string, options: PreviewOptions): Promise<void> {
  const reporter = createReporter(options);
  const { rows, out } = options;
  const resolved = await resolveImages(folder, options);
  if (printedConfig(resolved, options, reporter)) return;
  const asSvg = /\.svg$/i.test(out);
  if (!asSvg && !/\.png$/i.test(out)) {
    const rule = 'a file that ends in .png or .svg';
    throw new SproutError('option-invalid', { option: '--out', value: out, rule });
  }
  checkOutside(folder, out, '--out');
  const chosen = await chooseImages(resolved, reporter);
  const { samples, classes, seed, workers } = chosen;
  const ids = new Set(exampleIds({ folder, samples, classes }, { count: rows, seed }));
  using interrupt = onInterrupt(reporter.note);
  await using pool = await createImagePool({ workers });
  const tiles: Tile[] = [];
  const shown: string[] = [];
  for (const sample of samples.filter(({ id }) => ids.has(id))) {
    interrupt.signal.throwIfAborted();
    try {
      tiles.push(...(await row(pool, sample, chosen)));
      shown.push(sample.id);
    } catch (error) {
      if (chosen.onBad === 'fail' || !isSproutError(error, 'images-bad')) throw error;
      reporter.warn(`left out: ${error.context.first}`);
    }
  }
  const svg = contactSheet(tiles, { columns: TITLES.length, columnTitles: TITLES });
  await writeAtomic(out, asSvg ? svg : await svgToPng(svg));
  reporter.result(out, { sheet: out, images: shown });
}

async function row(
  pool: ImagePool,
  sample: Sample,
  { recipe, augment, seed }: ChosenImages,
): Promise<Tile[]> {
  const original = { ...(await preparedTile(pool, sample, [])), caption: sample.id };
  return [
    original,
    ...(await augmentedTiles(pool, sample, { recipe, augment, seed, copies: COPIES })),
  ];
}
