import { type Raster, writeAtomic, writeFolder } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';
import {
  type Attribution,
  type AttributionMethod,
  contactSheet,
  enlargeMap,
  heatMapImage,
  overlayImage,
  svgToPng,
  type Tile,
  withColourBar,
} from '@sprout/viz';
import { join } from 'node:path';
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

/** The most images on the sheet, which is then below the 16,384 pixels that viewers open; the pictures of the others are files only. */
const MOST_SHOWN = 24;

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
    const tiles: Tile[] = [];
    for (const [at, { raster, map, path, className }] of explained.entries()) {
      const large = enlargeMap(map, raster);
      const pictures = [raster, heatMapImage(large, look), overlayImage(raster, map, look)];
      const files = Object.values(names[at]!); // the same order
      for (const [number, picture] of pictures.entries()) {
        const tile = await tileOf(picture);
        await writeAtomic(join(temporary, files[number]!), tile.png); // a file for each picture
        if (at >= MOST_SHOWN) continue;
        tiles.push(number === 0 ? { ...tile, caption: path, note: className } : tile);
      }
    }
    const columnTitles = ['image', 'heat map', 'overlay'];
    const sheet = contactSheet(tiles, {
      columns: 3,
      columnTitles,
      title: sheetTitle(title, explained.length),
      tileSize: 224,
    });
    const [from, to] = method.signed ? ['against the class', 'for the class'] : ['no part', 'most'];
    const svg = withColourBar(sheet, { scale: look.scale, from, to });
    await writeAtomic(join(temporary, SHEET), await svgToPng(svg));
  };
  await writeFolder(out, { fill, last: SHEET });
  return { sheet: SHEET, pictures: names };
}

function sheetTitle(title: string, images: number): string {
  return images > MOST_SHOWN ? `${title}, the first ${MOST_SHOWN} of ${images} images` : title;
}

async function tileOf(raster: Raster): Promise<Tile> {
  return { png: await encodePng(raster), height: raster.height, width: raster.width };
}
