import {
  checkWhole,
  isSproutError,
  removeLeftoversIn,
  type Sample,
  SproutError,
  writeAtomic,
} from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { contactSheet, svgToPng, type Tile } from '@sprout/viz';
import { dirname } from 'node:path';
import type { ImageOptions } from '../config/config-options.ts';
import { resolveImages } from '../config/resolve-images.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { augmentedTiles, preparedTile } from '../images/augmented-tiles.ts';
import { checkOutside } from '../images/check-outside.ts';
import { chooseImages, type ChosenImages } from '../images/choose-images.ts';
import { exampleIds } from '../images/example-ids.ts';
import { DEFAULTS, LIMITS } from '../options/limits.ts';

export interface PreviewOptions extends ImageOptions {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The file to write: its name ends in .png or .svg. */
  readonly out: string;
  /** The number of images to show, 6 by default. */
  readonly rows?: number | undefined;
  /** The number of augmentations of each image, 4 by default. */
  readonly copies?: number | undefined;
}

export interface PreviewResult {
  /** The path of the contact sheet. */
  readonly sheet: string;
  /** The ids of the images shown. */
  readonly images: readonly string[];
  /** The number of images in the folder. */
  readonly of: number;
}

/** See `preview` in `data-commands.ts`. */
export async function preview(
  options: PreviewOptions,
  runContext?: RunContext,
): Promise<PreviewResult> {
  const { folder, out, rows = DEFAULTS.rows, copies = DEFAULTS.augmentedCopies } = options;
  checkWhole('rows', rows, LIMITS.rows);
  checkWhole('copies', copies, LIMITS.augmentedCopies);
  checkPictures(rows, copies);
  const { emit, signal } = contextOf(runContext);
  const resolved = await resolveImages(options, { signal });
  const isSvg = isSvgFile(out);
  await checkOutside(folder, out, { option: 'out' });
  await removeLeftoversIn(dirname(out));
  const chosen = await chooseImages(resolved, { emit, signal });
  const { samples, classes, seed, workers, pixelLimit } = chosen;
  const ids = new Set(exampleIds({ folder, samples, classes }, { count: rows, seed }));
  await using pool = await createImagePool({ workers, pixelLimit });
  const tiles: Tile[] = [];
  const images: string[] = [];
  for (const sample of samples.filter(({ id }) => ids.has(id))) {
    signal.throwIfAborted();
    try {
      tiles.push(...(await row(pool, sample, { ...chosen, copies })));
      images.push(sample.id);
    } catch (error) {
      if (chosen.onBad === 'fail' || !isSproutError(error, 'images-bad')) throw error;
      emit({ type: 'image-left-out', reason: error.context.first });
    }
  }
  const columnTitles = [
    'original',
    'prepared',
    ...Array.from({ length: copies }, (_, copy) => `augmented ${copy + 1}`),
  ];
  const svg = contactSheet(tiles, { columns: columnTitles.length, columnTitles });
  await writeAtomic(out, isSvg ? svg : await svgToPng(svg));
  return { sheet: out, images, of: samples.length };
}

/** @throws {SproutError} `option-invalid` for more pictures than a sheet may have, before an image is read. */
function checkPictures(rows: number, copies: number): void {
  const columns = copies + 2; // the original and the prepared image
  const most = Math.floor(LIMITS.sheetPictures.most / columns);
  if (rows <= most) return;
  const rule = `at most ${most} with ${copies} copies: a sheet has at most ${LIMITS.sheetPictures.most} pictures`;
  throw new SproutError('option-invalid', { option: 'rows', value: String(rows), rule });
}

/** Whether the file is an SVG, by its name. @throws {SproutError} `option-invalid` if it is neither SVG nor PNG. */
function isSvgFile(out: string): boolean {
  const isSvg = /\.svg$/i.test(out);
  if (isSvg || /\.png$/i.test(out)) return isSvg;
  const rule = 'a file that ends in .png or .svg';
  throw new SproutError('option-invalid', { option: 'out', value: out, rule });
}

async function row(
  pool: ImagePool,
  sample: Sample,
  { recipe, augment, seed, copies }: ChosenImages & { readonly copies: number },
): Promise<Tile[]> {
  const original = { ...(await preparedTile(pool, sample, [])), caption: sample.id };
  return [original, ...(await augmentedTiles(pool, sample, { recipe, augment, seed, copies }))];
}
