import { makeFolder, type Raster, removeLeftoversIn, writeAtomic } from '@sprout/core';
import { encodeAnimation, encodePng, resizeLinear } from '@sprout/imgproc';
import { contactSheet, svgToPng, type Tile } from '@sprout/viz';
import { join } from 'node:path';
import type { Context } from '../event/run-context.ts';

/** Writes pictures into a folder, one after the other, each as one act. */
export interface PictureFiles {
  /** @param subject What the picture shows, for messages. @returns The path of the file. */
  readonly write: (name: string, picture: Raster, subject: string) => Promise<string>;
  /** Writes an animated WebP, with frames of smaller sizes enlarged to the last one. @returns The path of the file. */
  readonly writeAnimation: (name: string, frames: readonly Raster[]) => Promise<string>;
  /** Writes a grid with captions. @returns The path of the file. */
  readonly writeGrid: (name: string, tiles: readonly Tile[], columns: number) => Promise<string>;
}

/** @throws {SproutError} `file-unwritable` */
export async function pictureFiles(
  folder: string,
  { emit }: Pick<Context, 'emit'>,
): Promise<PictureFiles> {
  await makeFolder(folder);
  await removeLeftoversIn(folder);
  const writeFile = async (name: string, bytes: Uint8Array, subject?: string): Promise<string> => {
    const file = join(folder, name);
    await writeAtomic(file, bytes);
    emit({ type: 'picture-written', file, subject });
    return file;
  };
  return {
    write: async (name, picture, subject) =>
      writeFile(`${name}.png`, await encodePng(picture), subject),
    writeAnimation: async (name, frames) => {
      const large = frames.map((frame) => resizeLinear(frame, frames.at(-1)!)); // it is one of them
      return writeFile(`${name}.webp`, await encodeAnimation(large));
    },
    writeGrid: async (name, tiles, columns) =>
      writeFile(`${name}.png`, await svgToPng(contactSheet(tiles, { columns }))),
  };
}
