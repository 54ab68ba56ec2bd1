import { writeAtomic, writeFolder } from '@sprout/core';
import { svgToPng, type Tile } from '@sprout/viz';
import { join } from 'node:path';
import { tileOf } from '../images/tile-of.ts';
import type { AdversarialRecord } from './adversarial-record.ts';
import { adversarialRow } from './adversarial-row.ts';
import type { AttackedImage } from './attack-images.ts';
import { explanationSheet, MOST_SHOWN } from './explanation-sheet.ts';
import { fileStems } from './file-stems.ts';

export interface WriteAdversarialOptions {
  readonly classes: readonly string[];
  readonly method: string;
  /** The largest epsilon that was tried. */
  readonly most: number;
}

const SHEET = 'sheet.png';
const RECORD = 'adversarial.json';
const GREY = 127.5;

/**
 * Writes up to three pictures for each image, a sheet of all, and `adversarial.json`, as one act.
 *
 * @returns The records, in the order of the images, and the path of the sheet.
 * @throws {SproutError} `file-exists` for another file of the same name, `file-unwritable`.
 */
export async function writeAdversarial(
  out: string,
  attacked: readonly AttackedImage[],
  { classes, method, most }: WriteAdversarialOptions,
): Promise<{ readonly sheet: string; readonly images: readonly AdversarialRecord[] }> {
  const stems = fileStems(attacked.map(({ path }) => path));
  const images = attacked.map((one, at) => recordOf(one, stems[at]!, classes)); // a name for each
  const fill = async (temporary: string): Promise<void> => {
    const write = (name: string, content: Uint8Array | string) =>
      writeAtomic(join(temporary, name), content);
    const rows: Tile[][] = [];
    for (const [at, one] of attacked.entries()) {
      const record = images[at]!; // a record for each image
      const pictures = await picturesOf(one, record);
      for (const [name, tile] of pictures) await write(name, tile.png);
      if (rows.length < MOST_SHOWN)
        rows.push(adversarialRow([...pictures.values()], { record, most }));
    }
    const columnTitles = ['image', 'changed', 'difference'];
    const title = `The smallest change by ${method.toUpperCase()} that changes the prediction`;
    const sheet = explanationSheet(rows, { title, columnTitles, total: attacked.length });
    await write(RECORD, `${JSON.stringify({ method, most, images }, undefined, 2)}\n`);
    await write(SHEET, await svgToPng(sheet));
  };
  await writeFolder(out, { fill, last: SHEET });
  return { sheet: join(out, SHEET), images };
}

function recordOf(
  { path, label, flip }: AttackedImage,
  stem: string,
  classes: readonly string[],
): AdversarialRecord {
  const nameOf = (index: number): string => classes[index]!; // a class of the model
  const record = { path, className: nameOf(label), image: `${stem}-image.png` };
  if (flip === undefined) return record;
  const { epsilon, predicted, predictedAsSaved } = flip;
  return {
    ...record,
    change: {
      epsilon,
      predicted: nameOf(predicted),
      predictedAsSaved: nameOf(predictedAsSaved),
      changed: `${stem}-changed.png`,
      difference: `${stem}-difference.png`,
      amplification: GREY / epsilon,
    },
  };
}

/** The pictures of an image, by the names of their files. */
async function picturesOf(
  { raster, flip }: AttackedImage,
  { image, change }: AdversarialRecord,
): Promise<Map<string, Tile>> {
  const pictures = new Map([[image, await tileOf(raster)]]);
  if (flip === undefined || change === undefined) return pictures;
  const differences = flip.image.map(
    (value, at) => GREY + (value - raster.data[at]!) * change.amplification,
  );
  const difference = new Uint8Array(Uint8ClampedArray.from(differences).buffer);
  pictures.set(change.changed, await tileOf({ ...raster, data: flip.bytes }));
  return pictures.set(change.difference, await tileOf({ ...raster, data: difference }));
}
