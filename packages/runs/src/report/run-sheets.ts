import { contactSheet, type Tile } from '@sprout/viz';
import type { ReadRun } from '../run/read-run.ts';
import { isSproutError } from '@sprout/core';
import { augmentedTiles } from '../images/augmented-tiles.ts';
import { exampleIds } from '../images/example-ids.ts';
import { fixedSize } from '../config/fixed-size.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import type { EvaluatedModel } from './top-loss-pictures.ts';

const COLUMNS = 6;
const EXAMPLES = 6;

/**
 * The images with the largest losses, largest first, as an SVG; `undefined` if no image can be read.
 *
 * @param pictures As `topLossPictures` returns them.
 */
export function topLossSheet(
  { evaluation, resolved: { recipe } }: EvaluatedModel,
  pictures: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const size = fixedSize(recipe);
  const tiles = evaluation.topLosses.flatMap(({ path, label, predicted, loss }): Tile[] => {
    const png = pictures.get(path);
    const note = `${loss.toFixed(2)}  ${predicted}`;
    return png === undefined
      ? []
      : [{ png, ...size, caption: label, note, lines: [fileOf(path, label)] }];
  });
  const title = 'The largest losses, with the predicted classes';
  return tiles.length === 0 ? undefined : contactSheet(tiles, { columns: COLUMNS, title });
}

/** Some prepared images and their augmentations in the first epochs, as an SVG; `undefined` without an augmentation. */
export async function augmentationSheet(
  { record: { seed }, resolved: { recipe, augment } }: ReadRun,
  { source, dataset }: PictureSource,
): Promise<string | undefined> {
  if (augment.length === 0) return undefined;
  const ids = new Set(exampleIds(dataset, { count: EXAMPLES, seed }));
  const copies = COLUMNS - 1;
  const tiles: Tile[] = [];
  for (const sample of dataset.samples.filter(({ id }) => ids.has(id))) {
    try {
      const row = await augmentedTiles(source, sample, { recipe, augment, seed, copies });
      const caption = dataset.classes[sample.label]!; // a label of the data set
      const named = { caption, lines: [fileOf(sample.id, caption)] };
      tiles.push(...row.map((tile, at) => (at === 0 ? { ...tile, ...named } : tile)));
    } catch (error) {
      if (!isSproutError(error, 'images-bad')) throw error; // a bad image has no row
    }
  }
  const columnTitles = [
    'prepared',
    ...Array.from({ length: copies }, (_, at) => `epoch ${at + 1}`),
  ];
  return contactSheet(tiles, { columns: COLUMNS, columnTitles });
}

/** The path of an image inside the folder of its class: a sheet has no room for the class twice. */
function fileOf(path: string, className: string): string {
  return path.startsWith(`${className}/`) ? path.slice(className.length + 1) : path;
}
