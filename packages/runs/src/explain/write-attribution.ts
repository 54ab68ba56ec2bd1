import { writeAtomic, writeFolder } from '@sprout/core';
import {
  type Attribution,
  type AttributionMethod,
  enlargeMap,
  heatMapImage,
  overlayImage,
  svgToPng,
  type Tile,
  withColourBar,
} from '@sprout/viz';
import { join } from 'node:path';
import { tileOf } from '../images/tile-of.ts';
import { explanationSheet, MOST_SHOWN } from './explanation-sheet.ts';
import { fileStems } from './file-stems.ts';
import type { ShownImage } from './prepare-shown.ts';

/** An image and its map. */
export interface ExplainedImage extends ShownImage {
  readonly map: Attribution;
  /** The name of the class. */
  readonly className: string;
}

/** The names of the pictures of one image. */
export interface PictureNames {
  readonly image: string;
  readonly heatMap: string;
  readonly overlay: string;
}

export interface WriteAttributionOptions {
  readonly method: AttributionMethod;
  readonly title: string;
}

const SHEET = 'sheet.png';

/**
 * Writes three pictures for each image and a sheet of all, with a colour bar, into a folder, as one act.
 *
 * @returns The names of the pictures, in the order of the images, and of the sheet.
 * @throws {SproutError} `file-exists` for another picture of the same name, `file-unwritable`.
 */
export async function writeAttribution(
  out: string,
  explained: readonly ExplainedImage[],
  { method, title }: WriteAttributionOptions,
): Promise<{ readonly sheet: string; readonly pictures: readonly PictureNames[] }> {
  const look = { scale: method.signed ? 'signed' : 'sequential', shown: method.shown } as const;
  const names = fileStems(explained.map(({ path }) => path)).map((stem) => ({
    image: `${stem}-image.png`,
    heatMap: `${stem}-heat-map.png`,
    overlay: `${stem}-overlay.png`,
  }));
  const fill = async (temporary: string): Promise<void> => {
    const rows: Tile[][] = [];
    for (const [at, { raster, map, path, className }] of explained.entries()) {
      const large = enlargeMap(map, raster);
      const row = [
        await tileOf(raster, { caption: path, note: className }),
        await tileOf(heatMapImage(large, look)),
        await tileOf(overlayImage(raster, map, look)),
      ];
      const files = Object.values(names[at]!); // the same order
      for (const [number, { png }] of row.entries())
        await writeAtomic(join(temporary, files[number]!), png); // a file for each picture
      if (rows.length < MOST_SHOWN) rows.push(row);
    }
    const columnTitles = ['image', 'heat map', 'overlay'];
    const sheet = explanationSheet(rows, { title, columnTitles, total: explained.length });
    const [from, to] = method.ends;
    const svg = withColourBar(sheet, { scale: look.scale, from, to });
    await writeAtomic(join(temporary, SHEET), await svgToPng(svg));
  };
  await writeFolder(out, { fill, last: SHEET });
  return { sheet: SHEET, pictures: names };
}
